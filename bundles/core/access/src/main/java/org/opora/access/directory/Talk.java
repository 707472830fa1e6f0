package org.opora.access.directory;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.DefaultNameResolver;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.opora.access.AccessModule;
import org.opora.access.directory.DirectoryFile.Settings;
import org.opora.api.access.DirectoryAway;
import org.opora.api.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One talk with the directory: Opora says who it is, looks for one name, and somebody says their
 * password. Referrals to other servers are not followed: the password would go there.
 */
final class Talk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
  private static final int MILLIS = 4_000;

  /** Answers to a password that mean no, whatever the reason. */
  private static final Set<ResultCode> NO =
      Set.of(
          ResultCode.INVALID_CREDENTIALS,
          ResultCode.INAPPROPRIATE_AUTHENTICATION,
          ResultCode.NO_SUCH_OBJECT,
          ResultCode.CONSTRAINT_VIOLATION,
          ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
          ResultCode.UNWILLING_TO_PERFORM);

  private final Settings settings;
  private final Way way;
  private final LDAPConnection connection;

  private Talk(Settings settings, Way way, LDAPConnection connection) {
    this.settings = settings;
    this.way = way;
    this.connection = connection;
  }

  static Talk open(Settings settings) {
    Way way = Way.of(settings);
    LDAPConnection connection = null;
    try {
      connection = connected(way);
      Talk talk = new Talk(settings, way, connection);
      talk.introduce();
      return talk;
    } catch (LDAPException fault) {
      if (connection != null) {
        connection.close();
      }
      throw away(
          fault,
          fault.getResultCode() == ResultCode.INVALID_CREDENTIALS
              ? "directory.away.account"
              : "directory.away.other");
    }
  }

  private static LDAPConnection connected(Way way) throws LDAPException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setUseSynchronousMode(true);
    options.setConnectTimeoutMillis(MILLIS);
    options.setResponseTimeoutMillis(MILLIS);
    options.setFollowReferrals(false);
    options.setBindWithDNRequiresPassword(true);
    // The one of the library remembers an address for an hour, also one that has moved.
    options.setNameResolver(DefaultNameResolver.getInstance());
    options.setSSLSocketVerifier(new Itself());
    if (way.secure()) {
      return new LDAPConnection(way.tls().getSocketFactory(), options, way.host(), way.port());
    }
    LDAPConnection connection = new LDAPConnection(options, way.host(), way.port());
    if (way.tls() != null) {
      try {
        ExtendedResult secured =
            connection.processExtendedOperation(new StartTLSExtendedRequest(way.tls()));
        if (secured.getResultCode() != ResultCode.SUCCESS) {
          throw new LDAPException(secured);
        }
      } catch (LDAPException fault) {
        connection.close();
        throw fault;
      }
    }
    return connection;
  }

  /** Opora says who it is there. */
  void introduce() throws LDAPException {
    connection.bind(
        new SimpleBindRequest(
            settings.connection().account(), settings.password().getBytes(StandardCharsets.UTF_8)));
  }

  /** The same as if somebody had said a wrong password, and nobody's failure there. */
  void pretend() {
    try {
      introduce();
    } catch (LDAPException fault) {
      throw away(fault, "directory.away.other");
    }
  }

  /**
   * Up to two entries under this name. The filter is built of values, so no letter of a name is
   * taken for a part of it.
   */
  List<SearchResultEntry> find(String name) {
    Filter named = Filter.createEqualityFilter(settings.connection().attribute(), name);
    SearchRequest request =
        new SearchRequest(
            settings.connection().base(),
            SearchScope.SUB,
            way.further() == null ? named : Filter.createANDFilter(named, way.further()),
            Found.ATTRIBUTES);
    request.setSizeLimit(2);
    request.setDerefPolicy(DereferencePolicy.NEVER);
    try {
      return connection.search(request).getSearchEntries();
    } catch (LDAPSearchException fault) {
      if (fault.getResultCode() == ResultCode.SIZE_LIMIT_EXCEEDED && fault.getEntryCount() > 1) {
        return fault.getSearchEntries();
      }
      throw away(
          fault,
          fault.getResultCode() == ResultCode.NO_SUCH_OBJECT
              ? "directory.away.base"
              : "directory.away.other");
    }
  }

  /** Whether whoever is behind this entry says their password. */
  boolean fits(String entry, byte[] password) {
    // Without one a directory greets everybody as nobody, which is no yes.
    if (entry.isEmpty() || password.length == 0) {
      pretend();
      return false;
    }
    BindRequest request = new SimpleBindRequest(entry, password);
    try {
      return connection.bind(request).getResultCode() == ResultCode.SUCCESS;
    } catch (LDAPException fault) {
      if (NO.contains(fault.getResultCode())) {
        return false;
      }
      throw away(fault, "directory.away.other");
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  /** The log gets the kind of fault alone: what a directory says beside it may name people. */
  private static DirectoryAway away(LDAPException fault, String otherwise) {
    ResultCode code = fault.getResultCode();
    String key =
        aboutCertificates(fault)
            ? "directory.away.certificate"
            : code.isConnectionUsable() ? otherwise : "directory.away.silent";
    LOG.warn("The directory cannot be asked ({}): {}", code.getName(), key);
    return new DirectoryAway(Text.of(AccessModule.ORIGIN, key));
  }

  private static boolean aboutCertificates(Throwable fault) {
    for (Throwable one = fault; one != null; one = one.getCause()) {
      if (one instanceof SSLException || one instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  /** The certificate is trusted by now; it has to be of this name, too. */
  private static final class Itself extends SSLSocketVerifier {
    /** By the names that stand for servers, and not by whatever the subject is called. */
    private final HostNameSSLSocketVerifier names = new HostNameSSLSocketVerifier(true, false);

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
      try {
        int before = socket.getSoTimeout();
        socket.setSoTimeout(MILLIS);
        socket.startHandshake();
        socket.setSoTimeout(before);
      } catch (IOException fault) {
        throw new LDAPException(ResultCode.CONNECT_ERROR, "No TLS", fault);
      }
      try {
        names.verifySSLSocket(host, port, socket);
      } catch (LDAPException other) {
        throw new LDAPException(
            ResultCode.CONNECT_ERROR,
            "The certificate has another name",
            new SSLPeerUnverifiedException(host));
      }
    }
  }
}
