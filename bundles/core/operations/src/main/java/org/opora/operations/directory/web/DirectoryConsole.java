package org.opora.operations.directory.web;

import java.util.List;
import org.opora.api.access.Directory;
import org.opora.api.access.Directory.Connection;
import org.opora.api.access.Directory.Finding;
import org.opora.api.access.DirectoryAway;
import org.opora.api.faults.Refused;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.shared.Operator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code bin/opora directory}: where colleagues may keep their password. Names and passwords come
 * in forms and never in addresses.
 */
@Component(service = DirectoryConsole.class)
public class DirectoryConsole {
  private final Directory directory;
  private final Messages messages;

  @Activate
  public DirectoryConsole(@Reference Directory directory, @Reference Messages messages) {
    this.directory = directory;
    this.messages = messages;
  }

  /**
   * How it is asked; the password never comes back.
   *
   * @param connection null when none is connected
   */
  public record State(Connection connection) {}

  /**
   * It answers.
   *
   * @param finding what is under the name that was asked for; null when none was
   */
  public record Looked(Finding finding) {}

  /**
   * @param accounts that cannot sign in any more
   */
  public record Disconnected(long accounts) {}

  public List<Route> routes() {
    return List.of(
        Operator.get("/ops/directory", this::state, messages),
        Operator.post("/ops/directory/connect", this::connect, messages),
        Operator.post("/ops/directory/look", this::look, messages),
        Operator.post("/ops/directory/disconnect", this::disconnect, messages));
  }

  private Reply state(Request request) {
    return Reply.json(new State(directory.connection().orElse(null)));
  }

  private Reply connect(Request request) {
    Form form = request.form();
    String filter = form.raw("filter");
    String certificates = form.raw("certificates");
    List<String> password = form.all("password");
    Connection connection =
        new Connection(
            form.raw("address"),
            form.checked("plain"),
            form.raw("account"),
            form.raw("base"),
            form.raw("attribute"),
            filter.isEmpty() ? null : filter);
    try {
      directory.connect(
          connection,
          password.isEmpty() ? new char[0] : password.get(0).toCharArray(),
          certificates.isEmpty() ? null : certificates);
    } catch (DirectoryAway away) {
      throw new Refused(null, away.text());
    }
    return Reply.json(new State(connection));
  }

  private Reply look(Request request) {
    String name = request.form().raw("name");
    try {
      Finding finding = directory.look(name.isEmpty() ? "opora" : name);
      return Reply.json(new Looked(name.isEmpty() ? null : finding));
    } catch (DirectoryAway away) {
      throw new Refused(null, away.text());
    }
  }

  private Reply disconnect(Request request) {
    return Reply.json(new Disconnected(directory.disconnect()));
  }
}
