package org.opora.web.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A form works once. The second click on the same form waits for the first and is led where the
 * first one was led; nothing is done twice. A form that was refused may of course be posted again.
 */
final class Once {
  private static final Logger LOG = LoggerFactory.getLogger(Once.class);
  private static final String KEY = "form-key";
  private static final String DRAFT = "draft-key";
  private static final int REFUSED = 400;

  private final Services services;
  private final Set<UUID> busy = new HashSet<>();

  Once(Services services) {
    this.services = services;
  }

  Reply handle(Route route, GateRequest request) throws Exception {
    FormKeys keys = services.formKeys();
    UUID key = field(request, KEY).flatMap(FormKeys::parse).orElse(null);
    if (key == null || keys == null || request.visitor().viewer() == null) {
      return route.handler().handle(request);
    }
    StaffId staff = request.viewer().staff();
    enter(key);
    try {
      Optional<String> first = keys.first(staff, key);
      if (first.isPresent()) {
        return Reply.to(first.get());
      }
      Reply reply = route.handler().handle(request);
      if (reply instanceof Reply.Redirect redirect) {
        keep(() -> keys.went(staff, key, redirect.path()));
        keep(() -> drop(staff, request));
      } else if (reply instanceof Reply.Page page
          && page.status() < REFUSED
          && !page.keepsDraft()) {
        // The page is the answer itself, such as codes that are shown once: no address leads there.
        keep(() -> drop(staff, request));
      }
      return reply;
    } finally {
      leave(key);
    }
  }

  /** What was saved is saved: that something beside it could not be must not make it a failure. */
  private static void keep(Runnable beside) {
    try {
      beside.run();
    } catch (RuntimeException unavailable) {
      LOG.warn(
          "A form went through, but its key was not kept: {}", unavailable.getClass().getName());
    }
  }

  /** What was typed has arrived. */
  private void drop(StaffId staff, GateRequest request) {
    Drafts drafts = services.drafts();
    if (drafts != null) {
      field(request, DRAFT).ifPresent(draft -> drafts.drop(staff, draft));
      if (field(request, Parked.KEY).isPresent()) {
        drafts.drop(staff, Parked.KEY);
      }
    }
  }

  private static Optional<String> field(GateRequest request, String name) {
    List<String> values = request.posted().fields().get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  private synchronized void enter(UUID key) throws InterruptedException {
    while (!busy.add(key)) {
      wait();
    }
  }

  private synchronized void leave(UUID key) {
    busy.remove(key);
    notifyAll();
  }
}
