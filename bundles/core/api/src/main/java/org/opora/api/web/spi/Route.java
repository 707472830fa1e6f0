package org.opora.api.web.spi;

import java.util.Objects;
import java.util.function.Function;
import org.opora.api.access.Subject;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;

/**
 * One door of the house. A path that no route names answers 404 to everybody, however something was
 * published there.
 *
 * @param pattern path with named parts, such as {@code /m/supervised-contacts/plans/{plan}}
 * @param entry who may knock
 * @param permission permission the viewer must hold; null only for public and operator routes and
 *     for {@link Entry#SIGNED_IN} pages that show no subject
 * @param subject subject named by the path, decided by the gate before the handler runs; null when
 *     the handler's use case decides
 * @param audit what is recorded
 * @param tablet whether a person who came in with a PIN on a tablet may knock, too; on every other
 *     door they are nobody
 */
public record Route(
    Method method,
    String pattern,
    Entry entry,
    String permission,
    Function<Request, Subject> subject,
    Audit audit,
    Handler handler,
    boolean tablet) {

  /** HEAD is answered from GET; there is no other method in the house. */
  public enum Method {
    GET,
    POST
  }

  /** Who may knock. */
  public enum Entry {
    /** Anybody; sign-in, set-up, health, static files. */
    PUBLIC,
    /** A person with a session. */
    SIGNED_IN,
    /** {@code bin/opora} with the key file of the data folder; sees no client data. */
    OPERATOR,
    /** {@code bin/opora} after {@code opora login}: key file and a person's short session. */
    OPERATOR_SIGNED_IN
  }

  /** What is recorded of a request that went through. Denials always are. */
  public enum Audit {
    /** Nothing: no client data is shown or changed. */
    NONE,
    /** One read row with all subjects the reply shows, on disk before the first byte. */
    READ,
    /**
     * The use case writes its row in its own transaction. A form shown again shows people: that is
     * one read row besides.
     */
    WRITE
  }

  /**
   * Handles a request. Faults of {@code org.opora.api.faults} become pages; anything else is a bug
   * and becomes the error page.
   */
  @FunctionalInterface
  public interface Handler {
    Reply handle(Request request) throws Exception;
  }

  public Route {
    Objects.requireNonNull(method);
    Objects.requireNonNull(pattern);
    Objects.requireNonNull(entry);
    Objects.requireNonNull(audit);
    Objects.requireNonNull(handler);
    if (tablet && entry != Entry.SIGNED_IN) {
      throw new IllegalArgumentException("a tablet knocks where somebody has to be signed in");
    }
  }

  /** A route that is not for tablets. */
  public Route(
      Method method,
      String pattern,
      Entry entry,
      String permission,
      Function<Request, Subject> subject,
      Audit audit,
      Handler handler) {
    this(method, pattern, entry, permission, subject, audit, handler, false);
  }

  /** A page of a signed-in person that shows subjects. */
  public static Route page(String pattern, String permission, Handler handler) {
    return new Route(Method.GET, pattern, Entry.SIGNED_IN, permission, null, Audit.READ, handler);
  }

  /** A change by a signed-in person. */
  public static Route post(String pattern, String permission, Handler handler) {
    return new Route(Method.POST, pattern, Entry.SIGNED_IN, permission, null, Audit.WRITE, handler);
  }

  /** The same route, with its subject decided by the gate. */
  public Route about(Function<Request, Subject> resolver) {
    return new Route(method, pattern, entry, permission, resolver, audit, handler, tablet);
  }

  /** The same route, recorded otherwise. */
  public Route audited(Audit other) {
    return new Route(method, pattern, entry, permission, subject, other, handler, tablet);
  }

  /** The same route for others. */
  public Route entry(Entry other) {
    return new Route(method, pattern, other, permission, subject, audit, handler, tablet);
  }

  /**
   * The same route, also for who came in with a PIN on a tablet: a meeting, a check-in, attendance.
   * Its use case lets through what runs at that moment only.
   */
  public Route onTablet() {
    return new Route(method, pattern, entry, permission, subject, audit, handler, true);
  }
}
