package org.opora.web.gate;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Sessions;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.module.Modules;

/**
 * Whether what let a request in still holds while its answer is made and given. A page is decided
 * by what holds at its beginning, and a long list takes a while: an account that is disabled, a
 * role that is taken, a relation that ends or a wall that is raised meanwhile stops it. Most of it
 * is answered from memory, so that it can be asked before every page of a list and every piece of a
 * file.
 */
final class Still {
  /** What is open for a moment only is a question to the database. */
  private static final long LENT_NANOS = 250_000_000L;

  private final Services services;
  private final GateRequest request;
  private final long taken;
  private final Set<UUID> lent = new HashSet<>();
  private boolean complete;
  private long looked;

  private Still(Services services, GateRequest request, long taken) {
    this.services = services;
    this.request = request;
    this.taken = taken;
  }

  /** As it is now; to be taken before anything is decided. */
  static Still of(Services services, GateRequest request) {
    Viewer viewer = request.visitor().viewer();
    Access access = services.access();
    return new Still(
        services, request, viewer == null || access == null ? 0 : access.taken(viewer.staff()));
  }

  /** The answer is made: from now on it shows what it shows, also what an emergency has opened. */
  void made() {
    lent.addAll(lentNow());
    complete = true;
    looked = System.nanoTime();
  }

  /** Whether it may still be given to whoever asked. */
  boolean holds() {
    Viewer viewer = request.visitor().viewer();
    if (viewer == null) {
      return true;
    }
    Access access = services.access();
    Sessions sessions = services.sessions();
    return access != null
        && sessions != null
        && access.taken(viewer.staff()) == taken
        && session(sessions)
            .filter(now -> now.staff().equals(viewer.staff()))
            .filter(now -> within(viewer.grants(), now.grants()))
            .isPresent()
        && lends();
  }

  /**
   * As it was let in, from the desk or on a tablet. To look whether it is still open is nothing
   * that its person does: it keeps no session from locking.
   */
  private Optional<Sessions.Session> session(Sessions sessions) {
    String token = request.visitor().token();
    return request.visitor().confined() ? sessions.onTablet(token) : sessions.glance(token);
  }

  private boolean lends() {
    if (!complete || lent.isEmpty() || System.nanoTime() - looked < LENT_NANOS) {
      return true;
    }
    looked = System.nanoTime();
    return lentNow().containsAll(lent);
  }

  /** More than before stops nobody, nor does a module that leaves with what it let people do. */
  private boolean within(Map<String, Reach> before, Map<String, Reach> now) {
    return before.entrySet().stream()
        .filter(one -> now.getOrDefault(one.getKey(), Reach.NONE).compareTo(one.getValue()) < 0)
        .allMatch(one -> !now.containsKey(one.getKey()) && left(one.getKey()));
  }

  /** Nobody took it from this person: nobody at all has it while the module is away. */
  private boolean left(String permission) {
    Modules modules = services.modules();
    return modules != null
        && modules
            .find(permission.split("[.]", 2)[0])
            .filter(module -> module.state() != Modules.State.READY)
            .isPresent();
  }

  private Set<UUID> lentNow() {
    Viewer viewer = request.visitor().viewer();
    Access access = services.access();
    return viewer == null || access == null
        ? Set.of()
        : access.lent(
            viewer, request.shown().stream().map(Subject::id).collect(Collectors.toSet()));
  }
}
