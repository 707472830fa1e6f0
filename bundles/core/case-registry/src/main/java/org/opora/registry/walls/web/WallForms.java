package org.opora.registry.walls.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Walls;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.walls.application.NewWall;
import org.opora.registry.walls.application.WallDesk;
import org.opora.registry.walls.application.WallPlaces;

/** Raises a wall: what is wanted, whom it keeps away, and only then the wall. */
final class WallForms {
  private final WallDesk desk;
  private final Messages messages;

  WallForms(WallDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  Reply ofFile(Request request) {
    return blank(request, file(request), null);
  }

  Reply ofPerson(Request request) {
    return blank(request, person(request), null);
  }

  Reply atFile(Request request) {
    return wanted(request, file(request));
  }

  Reply atPerson(Request request) {
    return wanted(request, person(request));
  }

  private static Subject file(Request request) {
    return Subject.of(new CaseFileId(request.id("file")));
  }

  private static Subject person(Request request) {
    return Subject.of(new PersonId(request.id("person")));
  }

  private Reply wanted(Request request, Subject page) {
    Form form = request.form();
    Walls.Ground ground = form.requiredChoice("ground", Walls.Ground.class);
    String reason = form.requiredLine("reason");
    String words = form.text("words", WallDesk.WORDS);
    Walls.Keeps keeps = form.requiredChoice("keeps", Walls.Keeps.class);
    LocalDate until = form.date("until");
    Subject about = about(request, form, page);
    Set<StaffId> named = named(form);
    if (form.valid() && !form.checked("back")) {
      try {
        NewWall wanted = new NewWall(ground, reason, words, keeps, named, until);
        if (form.checked("confirmed")) {
          return raised(desk.raise(request.viewer(), about, wanted));
        }
        return preview(request, page, about, form, wanted);
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return blank(request, page, form);
  }

  private static Reply raised(WallDesk.Raised raised) {
    return Reply.to(
        "/walls/" + raised.wall(),
        raised.left() == 0
            ? Words.of("wall.raised.done")
            : Words.of("wall.raised.tasks", raised.left()));
  }

  /** At the family of the page, or at one of its people. */
  private Subject about(Request request, Form form, Subject page) {
    UUID member = form.id("about");
    if (member == null || member.equals(page.id())) {
      return page;
    }
    return desk.desk(request.viewer(), page).members().stream()
        .map(WallPlaces.Place::about)
        .filter(one -> one.id().equals(member))
        .findFirst()
        .orElseGet(
            () -> {
              form.error("about", Words.of("refused.required"));
              return page;
            });
  }

  private static Set<StaffId> named(Form form) {
    try {
      return form.all("named").stream()
          .map(one -> new StaffId(UUID.fromString(one)))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException broken) {
      form.error("named", Words.of("refused.nobody"));
      return Set.of();
    }
  }

  private Reply preview(Request request, Subject page, Subject about, Form form, NewWall wanted) {
    WallDesk.Preview preview = desk.preview(request.viewer(), about, wanted);
    WallDesk.Desk shown = desk.desk(request.viewer(), page);
    request.shows(page, about);
    return new Model()
        .with("place", preview.place())
        .with("preview", preview)
        .with("wanted", wanted)
        .with(
            "reason",
            shown.reasons().stream()
                .filter(one -> one.code().equals(wanted.reason()))
                .map(one -> one.words().in(request.locale()))
                .findFirst()
                .orElse(""))
        .with("action", shown.place().href() + "/walls/new")
        .with("about", about.id())
        .with("until", form.raw("until"))
        .with("draft", shown.place().about().id())
        .page("wall-preview")
        .keepingDraft();
  }

  private Reply blank(Request request, Subject page, Form form) {
    WallDesk.Desk shown = desk.desk(request.viewer(), page);
    request.shows(page);
    List<Choice> members = new ArrayList<>();
    if (!shown.members().isEmpty()) {
      members.add(
          new Choice(page.id().toString(), messages.text(request.locale(), "wall.about.family")));
      shown
          .members()
          .forEach(
              one ->
                  members.add(
                      new Choice(
                          one.about().id().toString(),
                          messages.text(request.locale(), "wall.about.person", one.name()))));
    }
    return new Model()
        .with("place", shown.place())
        .with("members", members)
        .with(
            "grounds", Choice.of(messages, request.locale(), "wall.ground", Walls.Ground.values()))
        .with(
            "reasons",
            shown.reasons().stream()
                .map(one -> new Choice(one.code(), one.words().in(request.locale())))
                .toList())
        .with("keeps", Choice.of(messages, request.locale(), "wall.keeps", Walls.Keeps.values()))
        .with(
            "colleagues",
            shown.colleagues().stream()
                .map(one -> new Choice(one.id().toString(), one.name()))
                .toList())
        .with("action", shown.place().href() + "/walls/new")
        .form("wall-form", form);
  }
}
