package org.opora.registry.legal.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.legal.application.LegalDesk;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.application.NewRepresentative;
import org.opora.registry.legal.application.Position;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.legal.domain.Extent;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Writes down who stands for a child and what a court decided, corrects it, and takes it back. */
final class LegalForms {
  private static final int LONGEST = 5000;
  private final People people;
  private final CaseFiles files;
  private final LegalDesk desk;
  private final Messages messages;

  LegalForms(People people, CaseFiles files, LegalDesk desk, Messages messages) {
    this.people = people;
    this.files = files;
    this.desk = desk;
    this.messages = messages;
  }

  Reply blankRepresentative(Request request) {
    return representative(request, null, null);
  }

  Reply addRepresentative(Request request) {
    Form form = request.form();
    NewRepresentative text = readRepresentative(form);
    return form.attempt(
        () -> {
          desk.add(request.viewer(), LegalPages.child(request), text);
          return Reply.to(home(request), Words.of("legal.saved"));
        },
        wrong -> representative(request, null, wrong));
  }

  Reply editRepresentative(Request request) {
    return representative(request, theRepresentative(request), null);
  }

  Reply saveRepresentative(Request request) {
    Form form = request.form();
    NewRepresentative text = readRepresentative(form);
    UUID id = theRepresentative(request).id();
    return form.attempt(
        () -> {
          desk.amendRepresentative(request.viewer(), id, form.version(), text);
          return Reply.to(home(request), Words.of("legal.saved"));
        },
        wrong -> representative(request, theRepresentative(request), wrong));
  }

  Reply endRepresentative(Request request) {
    return withdrawal(request, theRepresentative(request), null, null);
  }

  Reply withdrawRepresentative(Request request) {
    Form form = request.form();
    UUID id = theRepresentative(request).id();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          desk.withdrawRepresentative(request.viewer(), id, form.version(), reason);
          return Reply.to(home(request), Words.of("legal.withdrawn"));
        },
        wrong -> withdrawal(request, theRepresentative(request), null, wrong));
  }

  Reply blankDecision(Request request) {
    return decision(request, null, null);
  }

  Reply addDecision(Request request) {
    Form form = request.form();
    NewDecision text = readDecision(form);
    return form.attempt(
        () -> {
          desk.add(request.viewer(), LegalPages.child(request), text);
          return Reply.to(home(request), Words.of("legal.saved"));
        },
        wrong -> decision(request, null, wrong));
  }

  Reply editDecision(Request request) {
    return decision(request, theDecision(request), null);
  }

  Reply saveDecision(Request request) {
    Form form = request.form();
    NewDecision text = readDecision(form);
    UUID id = theDecision(request).id();
    return form.attempt(
        () -> {
          desk.amendDecision(request.viewer(), id, form.version(), text);
          return Reply.to(home(request), Words.of("legal.saved"));
        },
        wrong -> decision(request, theDecision(request), wrong));
  }

  Reply endDecision(Request request) {
    return withdrawal(request, null, theDecision(request), null);
  }

  Reply withdrawDecision(Request request) {
    Form form = request.form();
    UUID id = theDecision(request).id();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          desk.withdrawDecision(request.viewer(), id, form.version(), reason);
          return Reply.to(home(request), Words.of("legal.withdrawn"));
        },
        wrong -> withdrawal(request, null, theDecision(request), wrong));
  }

  private Reply representative(Request request, Position.Standing entry, Form form) {
    Locale locale = request.viewer().locale();
    PersonView person = person(request);
    Map<PersonId, String> known = known(request.viewer(), person);
    if (entry != null && entry.text().person() != null) {
      known.putIfAbsent(entry.text().person(), entry.text().name());
    }
    return model(person, entry == null ? null : entry.version())
        .with("entry", entry)
        .with("roles", roles(locale))
        .with("extents", Choice.of(messages, locale, "legal.extent", Extent.values()))
        .with("matters", Choice.of(messages, locale, "legal.matter", Matter.values()))
        .with("chosen", entry == null ? List.of() : names(entry.text().matters()))
        .with("known", choices(known))
        .with("decisions", decisions(request, person.id(), entry))
        .form("legal-representative", form);
  }

  private List<Choice> roles(Locale locale) {
    return Choice.of(
        messages, locale, "legal.role", Role.PARENT, Role.GUARDIAN, Role.COLLISION_GUARDIAN);
  }

  private static List<String> names(Set<Matter> matters) {
    return matters.stream().sorted().map(Enum::name).toList();
  }

  private List<Choice> decisions(Request request, PersonId child, Position.Standing entry) {
    UUID kept = entry == null ? null : entry.text().decision();
    return desk.position(request.viewer(), child, request.viewer().today()).decisions().stream()
        .filter(one -> one.mistake() == null || one.id().equals(kept))
        .map(
            one ->
                new Choice(
                    one.id().toString(),
                    messages.text(
                        request.viewer().locale(),
                        "legal.decision.named",
                        one.text().court(),
                        one.text().reference(),
                        one.text().decidedOn())))
        .toList();
  }

  private Reply decision(Request request, Position.Ruling entry, Form form) {
    Locale locale = request.viewer().locale();
    PersonView person = person(request);
    Map<PersonId, String> known = known(request.viewer(), person);
    if (entry != null) {
      entry.named().stream()
          .filter(named -> named.person() != null)
          .forEach(named -> known.putIfAbsent(named.person(), named.name()));
    }
    return model(person, entry == null ? null : entry.version())
        .with("entry", entry)
        .with("kinds", Choice.of(messages, locale, "legal.kind", DecisionKind.values()))
        .with("appeals", Choice.of(messages, locale, "legal.appeal", Appeal.values()))
        .with("known", choices(known))
        .with(
            "hidden",
            entry != null && entry.named().stream().anyMatch(named -> named.name() == null))
        .with(
            "chosen",
            entry == null ? List.of() : entry.text().to().stream().map(PersonId::toString).toList())
        .form("legal-decision", form);
  }

  private Reply withdrawal(
      Request request, Position.Standing standing, Position.Ruling ruling, Form form) {
    return model(person(request), standing == null ? ruling.version() : standing.version())
        .with("standing", standing)
        .with("ruling", ruling)
        .form("legal-withdraw", form);
  }

  private static Model model(PersonView person, Long version) {
    return new Model().with("person", person).with("child", person.id()).with("version", version);
  }

  private PersonView person(Request request) {
    PersonView person = people.view(request.viewer(), LegalPages.child(request));
    if (desk.writable(request.viewer(), List.of(person.id())).isEmpty()) {
      // Nobody fills in a form that will not be taken from them.
      throw new NotFound();
    }
    request.shows(Subject.of(person.id()));
    return person;
  }

  /** Carers of the families in which the child lives or lived, as far as the viewer sees them. */
  private Map<PersonId, String> known(Viewer viewer, PersonView child) {
    List<CaseFileId> where =
        child.files().stream().map(PersonView.FileRef::file).distinct().toList();
    Map<PersonId, String> known = new LinkedHashMap<>();
    List<CaseFiles.Header> headers = new ArrayList<>(files.headers(viewer, where).values());
    for (CaseFiles.Header header : headers) {
      header.carers().stream()
          .filter(carer -> !carer.person().equals(child.id()))
          .forEach(carer -> known.put(carer.person(), carer.name().spoken()));
    }
    return known;
  }

  private static List<Choice> choices(Map<PersonId, String> known) {
    return known.entrySet().stream()
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }

  private static NewRepresentative readRepresentative(Form form) {
    UUID person = form.id("person");
    return new NewRepresentative(
        form.requiredChoice("role", Role.class),
        person == null ? null : new PersonId(person),
        form.line("name"),
        form.choice("extent", Extent.class),
        matters(form),
        form.text("note", LONGEST),
        form.requiredDate("since"),
        form.date("until"),
        form.id("decision"));
  }

  private static Set<Matter> matters(Form form) {
    Set<Matter> matters = EnumSet.noneOf(Matter.class);
    for (String raw : form.all("matters")) {
      try {
        matters.add(Matter.valueOf(raw));
      } catch (IllegalArgumentException notOurs) {
        form.error("matters", "form.choice");
      }
    }
    return matters;
  }

  private static NewDecision readDecision(Form form) {
    List<PersonId> to = new ArrayList<>();
    for (String raw : form.all("to")) {
      try {
        to.add(new PersonId(UUID.fromString(raw)));
      } catch (IllegalArgumentException notOurs) {
        form.error("to", "form.choice");
      }
    }
    return new NewDecision(
        form.requiredChoice("kind", DecisionKind.class),
        form.requiredLine("court"),
        form.requiredLine("reference"),
        form.text("gist", LONGEST),
        form.line("scan"),
        to,
        form.line("toOther"),
        form.requiredDate("decidedOn"),
        form.date("forceOn"),
        form.checked("atOnce"),
        form.choice("appeal", Appeal.class),
        form.date("appealOn"),
        form.date("until"));
  }

  /** The row that the path names, if it is one of the child whom the path names. */
  private Position.Standing theRepresentative(Request request) {
    Position.Standing row = desk.representative(request.viewer(), request.id("row"));
    require(request, row.child());
    return row;
  }

  private Position.Ruling theDecision(Request request) {
    Position.Ruling row = desk.decision(request.viewer(), request.id("row"));
    require(request, row.child());
    return row;
  }

  private void require(Request request, PersonId child) {
    if (!people.idsOf(LegalPages.child(request)).contains(child)) {
      throw new NotFound();
    }
  }

  private static String home(Request request) {
    return "/people/" + LegalPages.child(request) + "/legal";
  }
}
