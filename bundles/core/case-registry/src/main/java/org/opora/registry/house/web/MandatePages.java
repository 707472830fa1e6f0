package org.opora.registry.house.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.directory.web.BodyField;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.MandateView;
import org.opora.registry.house.application.NewMandate;
import org.opora.registry.house.application.NewState;
import org.opora.registry.house.application.ServicesDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The mandate: its page, and the forms by which it is written down and changed. */
final class MandatePages {
  static final String HOME = "/house/mandate";
  private static final int PLACES = 4000;
  private static final int MOST = 100_000;
  private static final String REGION = "region";
  private static final String STATE = "state";
  private final MandateDesk desk;
  private final ServicesDesk services;
  private final CentreDesk centre;
  private final Activities activities;
  private final BodyField field;

  MandatePages(
      MandateDesk desk,
      ServicesDesk services,
      CentreDesk centre,
      Activities activities,
      BodyField field) {
    this.desk = desk;
    this.services = services;
    this.centre = centre;
    this.activities = activities;
    this.field = field;
  }

  /** The mandate in force with all around it; the others are named below. */
  Reply list(Request request) {
    List<MandateView> all = desk.all(request.viewer());
    MandateView shown =
        all.stream()
            .filter(MandateView::inForce)
            .findFirst()
            .orElse(all.isEmpty() ? null : all.get(0));
    return page(request, all, shown);
  }

  Reply show(Request request) {
    List<MandateView> all = desk.all(request.viewer());
    UUID id = mandate(request);
    MandateView shown =
        all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    return page(request, all, shown);
  }

  private Reply page(Request request, List<MandateView> all, MandateView shown) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("mandate", shown)
        .with(
            "others",
            all.stream().filter(one -> shown == null || !one.id().equals(shown.id())).toList())
        .with("capacity", desk.capacity(viewer, all))
        .with("insurances", desk.insurances(viewer))
        .with("services", services.all(viewer, all))
        .with("paper", centre.onPaper(viewer.today()))
        .page("house-mandate");
  }

  Reply blank(Request request) {
    return blank(request, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    NewState first = state(form, null, null);
    NewMandate mandate = read(request, form, null);
    return form.attempt(
        () -> {
          UUID id = desk.add(request.viewer(), mandate, first);
          return Reply.to(HOME + "/" + id, Words.of("mandate.added"));
        },
        wrong -> blank(request, wrong));
  }

  private Reply blank(Request request, Form form) {
    Model model =
        new Model()
            .with("action", HOME + "/new")
            .with("draft", "mandate-new")
            .with("activities", activities.choices(request.locale(), List.of()))
            .with("chosen", List.of());
    return field.fill(model, request, form, REGION, null).form("house-mandate-form", form);
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID id = mandate(request);
    NewMandate mandate = read(request, form, region(desk.view(request.viewer(), id)));
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), id, form.version(), mandate);
          return Reply.to(HOME + "/" + id, Words.of("mandate.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    MandateView view = desk.view(request.viewer(), mandate(request));
    Model model =
        new Model()
            .with("mandate", view)
            .with("action", HOME + "/" + view.id() + "/edit")
            .with("draft", "mandate-" + view.id());
    return field.fill(model, request, form, REGION, region(view)).form("house-mandate-form", form);
  }

  private static BodyField.Named region(MandateView view) {
    return new BodyField.Named(view.text().region(), view.text().regionName());
  }

  private NewMandate read(Request request, Form form, BodyField.Named stored) {
    String number = form.requiredLine("number");
    LocalDate decidedOn = form.requiredDate("decidedOn");
    LocalDate inForceFrom = form.requiredDate("inForceFrom");
    LocalDate until = form.date("until");
    if (form.raw(REGION).isEmpty()) {
      form.error(REGION, "form.required");
    }
    BodyField.Named region = field.read(request, form, REGION, stored);
    return new NewMandate(number, region.body(), region.text(), decidedOn, inForceFrom, until);
  }

  Reply blankState(Request request) {
    return newState(request, null);
  }

  Reply change(Request request) {
    Form form = request.form();
    UUID id = mandate(request);
    NewState state = state(form, form.requiredDate("from"), what(form));
    return form.attempt(
        () -> {
          UUID change = desk.change(request.viewer(), id, state);
          boolean known =
              desk.view(request.viewer(), id).states().stream()
                  .anyMatch(one -> one.id().equals(change) && one.notifyBy() != null);
          return Reply.to(
              HOME + "/" + id, Words.of(known ? "mandate.changed" : "mandate.changed.no-day"));
        },
        wrong -> newState(request, wrong));
  }

  /** The form starts with what holds now, so that only the change is written. */
  private Reply newState(Request request, Form form) {
    MandateView view = desk.view(request.viewer(), mandate(request));
    NewState last = view.states().get(0).text();
    return new Model()
        .with("mandate", view)
        .with("text", last)
        .with("action", HOME + "/" + view.id() + "/states/new")
        .with("draft", "mandate-state-" + view.id())
        .with("activities", activities.choices(request.locale(), last.activities()))
        .with("chosen", last.activities())
        .with("places", String.join("\n", last.places()))
        .form("house-state-form", form);
  }

  Reply editState(Request request) {
    return editState(request, null);
  }

  Reply amendState(Request request) {
    Form form = request.form();
    UUID id = mandate(request);
    MandateView.State before = stateOf(request);
    boolean first = before.text().what() == null;
    NewState state =
        first ? state(form, null, null) : state(form, form.requiredDate("from"), what(form));
    return form.attempt(
        () -> {
          desk.amendState(request.viewer(), id, before.id(), form.version(), state);
          return Reply.to(HOME + "/" + id, Words.of("mandate.saved"));
        },
        wrong -> editState(request, wrong));
  }

  private Reply editState(Request request, Form form) {
    MandateView view = desk.view(request.viewer(), mandate(request));
    MandateView.State now = stateOf(request);
    return new Model()
        .with("mandate", view)
        .with(STATE, now)
        .with("text", now.text())
        .with("action", HOME + "/" + view.id() + "/states/" + now.id() + "/edit")
        .with("draft", "mandate-state-" + now.id())
        .with("activities", activities.choices(request.locale(), now.text().activities()))
        .with("chosen", now.text().activities())
        .with("places", String.join("\n", now.text().places()))
        .form("house-state-form", form);
  }

  Reply askNotified(Request request) {
    return notified(request, null);
  }

  Reply notified(Request request) {
    Form form = request.form();
    UUID id = mandate(request);
    LocalDate day = form.date("day");
    return form.attempt(
        () -> {
          desk.notified(request.viewer(), id, request.id(STATE), form.version(), day);
          return Reply.to(
              HOME + "/" + id, Words.of(day == null ? "house.done.undone" : "mandate.notified"));
        },
        wrong -> notified(request, wrong));
  }

  private Reply notified(Request request, Form form) {
    MandateView.State now = stateOf(request);
    String here = HOME + "/" + mandate(request);
    return new Model()
        .with("heading", "mandate.notify")
        .with("lead", now.text().what())
        .with("stored", now.notifiedOn())
        .with("version", now.version())
        .with("action", here + "/states/" + now.id() + "/notified")
        .with("back", here)
        .form("house-done", form);
  }

  private MandateView.State stateOf(Request request) {
    UUID state = request.id(STATE);
    return desk.view(request.viewer(), mandate(request)).states().stream()
        .filter(one -> one.id().equals(state))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static NewState state(Form form, LocalDate from, String what) {
    if (form.all("activities").isEmpty()) {
      form.error("activities", Words.of("refused.mandate-no-activity"));
    }
    String places = form.text("places", PLACES);
    return new NewState(
        from,
        form.all("activities"),
        places == null ? List.of() : Arrays.asList(places.split("\\R")),
        form.number("capacity", 0, MOST),
        what);
  }

  private static String what(Form form) {
    String what = form.text("what", 1000);
    if (what == null) {
      form.error("what", "form.required");
    }
    return what;
  }

  private static UUID mandate(Request request) {
    return request.id("mandate");
  }
}
