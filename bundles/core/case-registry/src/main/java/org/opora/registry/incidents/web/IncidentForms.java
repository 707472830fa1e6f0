package org.opora.registry.incidents.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.incidents.Incidents;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.incidents.application.IncidentDesk;
import org.opora.registry.incidents.application.IncidentView;
import org.opora.registry.incidents.application.NewIncident;
import org.opora.registry.incidents.application.NewStep;
import org.opora.registry.incidents.application.Wording;
import org.opora.registry.incidents.domain.How;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.incidents.domain.Told;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The page of an incident and its forms. */
final class IncidentForms {
  private static final int LONGEST = 10_000;
  private static final String PART = "part-";

  /** Which form of the page was posted. */
  private enum Posted {
    STEP,
    MEASURES,
    CLOSE
  }

  private final CaseFrame frame;
  private final CaseFiles files;
  private final IncidentDesk desk;
  private final Staff staff;
  private final Messages messages;

  IncidentForms(
      CaseFrame frame, CaseFiles files, IncidentDesk desk, Staff staff, Messages messages) {
    this.frame = frame;
    this.files = files;
    this.desk = desk;
    this.staff = staff;
    this.messages = messages;
  }

  Reply blank(Request request) {
    CaseFiles.Header header = frame.header(request);
    desk.admit(request.viewer(), header.id());
    return form(request, header, null, null);
  }

  Reply open(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form form = request.form();
    NewIncident now = read(form);
    return form.attempt(
        () -> {
          UUID id = desk.open(request.viewer(), header.id(), now);
          return Reply.to("/incidents/" + id, Words.of("incident.opened"));
        },
        wrong -> form(request, header, null, wrong));
  }

  Reply edit(Request request) {
    IncidentView incident = whole(request);
    return form(request, files.header(request.viewer(), incident.file()), incident, null);
  }

  Reply save(Request request) {
    Form form = request.form();
    NewIncident now = read(form);
    if (form.valid()) {
      try {
        desk.amend(request.viewer(), id(request), form.version(), now);
        return home(request, "incident.saved");
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    IncidentView incident = view(request);
    return form(request, files.header(request.viewer(), incident.file()), incident, form);
  }

  private Reply form(Request request, CaseFiles.Header header, IncidentView incident, Form form) {
    Locale locale = request.viewer().locale();
    frame.shows(request, header);
    return frame
        .model(request, header, null)
        .with("incident", incident)
        .with("followed", Incident.FOLLOWED_DAYS)
        .with("kinds", Choice.of(messages, locale, "incident.kind", Kind.values()))
        .with("parts", Choice.of(messages, locale, "incident.part", Part.values()))
        .with("rows", rows(header, incident))
        .with("colleagues", colleagues(request.viewer()))
        .with(
            "there",
            incident == null
                ? List.of()
                : incident.staff().stream().map(one -> one.staff().toString()).toList())
        .form("incident-form", form);
  }

  /** Everybody of the family now, and whoever is named already. */
  private static List<Row> rows(CaseFiles.Header header, IncidentView incident) {
    Map<PersonId, String> people = new LinkedHashMap<>();
    header.children().forEach(child -> people.put(child.person(), child.name().spoken()));
    header.carers().forEach(carer -> people.put(carer.person(), carer.name().spoken()));
    Map<PersonId, Part> parts = new LinkedHashMap<>();
    if (incident != null) {
      incident
          .people()
          .forEach(
              one -> {
                people.putIfAbsent(one.person(), one.name());
                parts.put(one.person(), one.part());
              });
    }
    return people.entrySet().stream()
        .map(one -> new Row(one.getKey(), one.getValue(), parts.get(one.getKey())))
        .toList();
  }

  Reply show(Request request) {
    return page(request, null, null);
  }

  Reply step(Request request) {
    Form form = request.form();
    UUID doer = form.requiredId("doer");
    NewStep step =
        new NewStep(
            form.requiredDate("stepOn"),
            form.time("stepAt"),
            doer == null ? null : new StaffId(doer),
            required(form, "stepWhat"),
            form.choice("told", Told.class),
            form.line("toldName"),
            form.choice("how", How.class));
    return form.attempt(
        () -> {
          desk.step(request.viewer(), id(request), step);
          return home(request, "incident.step.saved");
        },
        wrong -> page(request, Posted.STEP, wrong));
  }

  Reply withdrawStep(Request request) {
    try {
      desk.withdrawStep(request.viewer(), id(request), request.id("step"));
      return home(request, "incident.step.withdrawn");
    } catch (Refused refused) {
      Form form = request.form();
      form.refused(refused);
      return page(request, Posted.CLOSE, form);
    }
  }

  Reply measures(Request request) {
    Form form = request.form();
    String measures = form.text("measures", LONGEST);
    String answer = form.text("answer", LONGEST);
    LocalDate on = form.date("answeredOn");
    return form.attempt(
        () -> {
          desk.measures(request.viewer(), id(request), form.version(), measures, answer, on);
          return home(request, "incident.saved");
        },
        wrong -> page(request, Posted.MEASURES, wrong));
  }

  Reply close(Request request) {
    Form form = request.form();
    try {
      desk.close(request.viewer(), id(request), form.version());
      return home(request, "incident.closed");
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return page(request, Posted.CLOSE, form);
  }

  private Reply page(Request request, Posted posted, Form form) {
    Viewer viewer = request.viewer();
    IncidentView incident = view(request);
    Map<Posted, Form> forms = new EnumMap<>(Posted.class);
    if (posted != null) {
      forms.put(posted, form);
    }
    List<Choice> doers =
        incident.whole() && viewer.may(Incidents.WRITE)
            ? colleagues(viewer)
            : List.of(new Choice(viewer.staff().toString(), viewer.name()));
    return new Model()
        .with("incident", incident)
        .with("doers", doers)
        .with("tolds", Choice.of(messages, viewer.locale(), "incident.told", Told.values()))
        .with("hows", Choice.of(messages, viewer.locale(), "incident.how", How.values()))
        .with("stepForm", forms.get(Posted.STEP))
        .with("measuresForm", forms.get(Posted.MEASURES))
        .form("incident", form);
  }

  Reply correct(Request request) {
    return correction(request, null);
  }

  Reply amendClosed(Request request) {
    Form form = request.form();
    Wording words =
        new Wording(
            form.requiredLine("place"),
            required(form, "what"),
            form.line("others"),
            form.text("measures", LONGEST),
            form.text("answer", LONGEST));
    LocalDate answered = form.date("answeredOn");
    String why = required(form, "why");
    return form.attempt(
        () -> {
          desk.amendClosed(request.viewer(), id(request), form.version(), words, answered, why);
          return home(request, "incident.saved");
        },
        wrong -> correction(request, wrong));
  }

  private Reply correction(Request request, Form form) {
    return new Model().with("incident", whole(request)).form("incident-amend", form);
  }

  /** Whoever only wrote it down, or did something about it, changes nothing of it. */
  private IncidentView whole(Request request) {
    IncidentView incident = view(request);
    if (!incident.whole()) {
      throw new NotFound();
    }
    return incident;
  }

  private IncidentView view(Request request) {
    IncidentView incident = desk.view(request.viewer(), id(request));
    request.shows(
        Stream.concat(
                Stream.of(Subject.of(incident.file())),
                incident.people().stream().map(one -> Subject.of(one.person())))
            .toList());
    return incident;
  }

  private List<Choice> colleagues(Viewer viewer) {
    Collator order = Collator.getInstance(viewer.locale());
    return staff.all(viewer).stream()
        .map(member -> new Choice(member.id().toString(), member.name()))
        .sorted((one, other) -> order.compare(one.label(), other.label()))
        .toList();
  }

  private static NewIncident read(Form form) {
    Map<PersonId, Part> people = new LinkedHashMap<>();
    for (String field : new ArrayList<>(form.values().keySet())) {
      if (field.startsWith(PART)) {
        Part part = form.choice(field, Part.class);
        if (part != null) {
          people.put(person(form, field), part);
        }
      }
    }
    people.remove(null);
    Set<StaffId> there = new HashSet<>();
    for (String raw : form.all("staff")) {
      try {
        there.add(new StaffId(UUID.fromString(raw)));
      } catch (IllegalArgumentException notOurs) {
        form.error("staff", "form.choice");
      }
    }
    return new NewIncident(
        form.requiredChoice("kind", Kind.class),
        form.requiredDate("on"),
        form.time("at"),
        form.requiredLine("place"),
        required(form, "what"),
        form.line("others"),
        people,
        there);
  }

  private static PersonId person(Form form, String field) {
    try {
      return new PersonId(UUID.fromString(field.substring(PART.length())));
    } catch (IllegalArgumentException notOurs) {
      form.error("people", "form.choice");
      return null;
    }
  }

  private static String required(Form form, String field) {
    String text = form.text(field, LONGEST);
    if (text == null) {
      form.error(field, "form.required");
    }
    return text;
  }

  private static UUID id(Request request) {
    return request.id("incident");
  }

  private static Reply home(Request request, String notice) {
    return Reply.to("/incidents/" + id(request), Words.of(notice));
  }

  /**
   * Somebody who may have had to do with it.
   *
   * @param part null when they had nothing to do with it
   */
  public record Row(PersonId person, String name, Part part) {}
}
