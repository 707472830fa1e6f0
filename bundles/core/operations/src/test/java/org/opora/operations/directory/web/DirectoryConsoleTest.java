package org.opora.operations.directory.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Directory.Connection;
import org.opora.api.access.Directory.Finding;
import org.opora.api.web.Reply;
import org.opora.operations.Recorded;
import org.opora.operations.directory.web.DirectoryConsole.Disconnected;
import org.opora.operations.directory.web.DirectoryConsole.Looked;
import org.opora.operations.directory.web.DirectoryConsole.State;
import org.opora.testkit.Asked;
import org.opora.testkit.House;

/** The console over the real service, and a directory that listens on this computer. */
class DirectoryConsoleTest {
  private static final String BASE = "dc=centre,dc=lan";
  private static final String ACCOUNT = "cn=opora," + BASE;
  private static final String SECRET = " with blanks & more ";
  private House house;
  private InMemoryDirectoryServer server;
  private DirectoryConsole console;

  @BeforeEach
  void open() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.addAdditionalBindCredentials(ACCOUNT, SECRET);
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "plain", InetAddress.getByName("127.0.0.1"), 0, null));
    server = new InMemoryDirectoryServer(config);
    server.startListening();
    server.add("dn: " + BASE, "objectClass: domain", "dc: centre");
    server.add(
        "dn: uid=jana," + BASE, "objectClass: inetOrgPerson", "uid: jana", "cn: Jana", "sn: Nova");
    house = House.with();
    console = new DirectoryConsole(house.accessHouse().directory(), new Recorded());
  }

  @AfterEach
  void close() {
    house.close();
    server.shutDown(true);
  }

  @Test
  void itIsConnectedTriedAndDisconnected() throws Exception {
    assertNull(state().connection());
    refused("look", Asked.by(null, "/").field("name", "jana"));
    String address = "ldap://127.0.0.1:" + server.getListenPort();
    refused("connect", fields(address, "another"));
    assertNull(state().connection(), "nothing that does not answer");
    Connection connection = new Connection(address, true, ACCOUNT, BASE, "uid", null);
    assertEquals(new State(connection), said("connect", fields(address, SECRET)));
    assertEquals(new State(connection), state());
    assertEquals(
        new Looked(Finding.FOUND), said("look", Asked.by(null, "/").field("name", "jana")));
    assertEquals(
        new Looked(Finding.UNKNOWN), said("look", Asked.by(null, "/").field("name", "petr")));
    assertEquals(new Looked(null), said("look", Asked.by(null, "/")));
    server.shutDown(true);
    refused("look", Asked.by(null, "/").field("name", "jana"));
    assertEquals(new Disconnected(0), said("disconnect", Asked.by(null, "/")));
    assertNull(state().connection());
  }

  private static Asked fields(String address, String password) {
    return Asked.by(null, "/")
        .field("address", address)
        .field("plain", "on")
        .field("account", ACCOUNT)
        .field("base", BASE)
        .field("attribute", "uid")
        .field("password", password);
  }

  private Object said(String what, Asked request) throws Exception {
    Reply.Json reply = answer("/ops/directory/" + what, request);
    assertEquals(200, reply.status());
    assertFalse(reply.value().toString().contains(SECRET));
    return reply.value();
  }

  private State state() throws Exception {
    return (State) answer("/ops/directory", Asked.by(null, "/")).value();
  }

  private void refused(String what, Asked request) throws Exception {
    assertEquals(422, answer("/ops/directory/" + what, request).status());
  }

  private Reply.Json answer(String path, Asked request) throws Exception {
    return (Reply.Json)
        console.routes().stream()
            .filter(route -> route.pattern().equals(path))
            .findFirst()
            .orElseThrow()
            .handler()
            .handle(request);
  }
}
