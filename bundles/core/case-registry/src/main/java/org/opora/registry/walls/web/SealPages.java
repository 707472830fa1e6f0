package org.opora.registry.walls.web;

import java.util.UUID;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.walls.application.SealBook;
import org.opora.registry.walls.application.WallBook;

/** Seals that somebody wants lifted, for whoever confirms it without knowing at whom they stand. */
final class SealPages {
  private final SealBook seals;
  private final WallBook walls;

  SealPages(SealBook seals, WallBook walls) {
    this.seals = seals;
    this.walls = walls;
  }

  Reply list(Request request) {
    return new Model().with("seals", seals.waiting(request.viewer())).page("seals");
  }

  Reply one(Request request) {
    return one(request, null);
  }

  Reply confirm(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          walls.confirm(request.viewer(), id(request), form.version());
          return done(request, "wall.lifted.done");
        },
        again -> one(request, again));
  }

  Reply turnDown(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          walls.turnDown(request.viewer(), id(request), form.version());
          return done(request, "wall.turned-down.done");
        },
        again -> one(request, again));
  }

  private static Reply done(Request request, String said) {
    return Reply.to(WallBook.SEALS + "/" + id(request), Words.of(said));
  }

  private Reply one(Request request, Form form) {
    return new Model().with("seal", seals.one(request.viewer(), id(request))).form("seal", form);
  }

  private static UUID id(Request request) {
    return request.id("wall");
  }
}
