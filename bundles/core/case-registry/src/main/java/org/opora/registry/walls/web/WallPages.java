package org.opora.registry.walls.web;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.walls.application.WallBook;
import org.opora.registry.walls.application.WallBook.Line;
import org.opora.registry.walls.application.WallBook.Outcome;
import org.opora.registry.walls.application.WallDesk;
import org.opora.registry.walls.application.WallPlaces;

/** Shows walls, and lifts them. */
final class WallPages {
  private static final int ROWS = 50;
  private static final String HOME = "/walls";
  private final WallPlaces places;
  private final WallBook book;

  WallPages(WallPlaces places, WallBook book) {
    this.places = places;
    this.book = book;
  }

  Reply list(Request request) {
    Page<Line> page = book.list(request.viewer(), request.query("after").orElse(null), ROWS);
    shows(request, page.items());
    return new Model().with("walls", page).page("walls");
  }

  Reply ofFile(Request request) {
    return at(request, Subject.of(new CaseFileId(request.id("file"))));
  }

  Reply ofPerson(Request request) {
    return at(request, Subject.of(new PersonId(request.id("person"))));
  }

  private Reply at(Request request, Subject about) {
    WallPlaces.Place place = places.open(request.viewer(), about);
    List<Line> walls = book.at(request.viewer(), about);
    request.shows(about);
    shows(request, walls);
    return new Model().with("place", place).with("walls", walls).page("walls-at");
  }

  Reply one(Request request) {
    return one(request, null);
  }

  Reply lift(Request request) {
    Form form = request.form();
    UUID id = request.id("wall");
    String why = form.text("why", WallDesk.WORDS);
    return form.attempt(
        () -> {
          Outcome outcome = book.lift(request.viewer(), id, form.version(), why);
          return Reply.to(
              href(id),
              Words.of(outcome == Outcome.LIFTED ? "wall.lifted.done" : "wall.asked.done"));
        },
        wrong -> one(request, wrong));
  }

  Reply confirm(Request request) {
    return decided(
        request,
        (form, id) -> {
          book.confirm(request.viewer(), id, form.version());
          return Reply.to(href(id), Words.of("wall.lifted.done"));
        });
  }

  Reply turnDown(Request request) {
    return decided(
        request,
        (form, id) -> {
          book.turnDown(request.viewer(), id, form.version());
          return Reply.to(href(id), Words.of("wall.turned-down.done"));
        });
  }

  private interface Decision {
    Reply of(Form form, UUID wall);
  }

  private Reply decided(Request request, Decision decision) {
    Form form = request.form();
    try {
      return decision.of(form, request.id("wall"));
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return one(request, form);
  }

  private Reply one(Request request, Form form) {
    Line wall = book.one(request.viewer(), request.id("wall"));
    shows(request, List.of(wall));
    return new Model()
        .with("wall", wall)
        .with("lifting", wall.stands() ? book.lifting(request.viewer(), wall.id()) : null)
        .form("wall", form);
  }

  private static String href(UUID wall) {
    return HOME + "/" + wall;
  }

  private static void shows(Request request, List<Line> walls) {
    request.shows(walls.stream().map(Line::about).distinct().toList());
  }
}
