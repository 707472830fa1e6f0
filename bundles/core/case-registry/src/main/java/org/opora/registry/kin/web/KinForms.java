package org.opora.registry.kin.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.Decider;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.people.web.Known;
import org.opora.registry.people.web.PersonFields;
import org.opora.registry.people.web.Question;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Writes a relationship down, corrects and ends it, strikes it out. */
final class KinForms {
  /** The answer that somebody is not in the register yet. */
  private static final String NEW = "new";

  private static final String NEWCOMER = "new-";
  private static final int NOTE = 2_000;
  private static final int WEEKS = 52;
  private final People people;
  private final KinDesk kin;
  private final Near near;
  private final Known known;
  private final Messages messages;

  KinForms(People people, KinDesk kin, Near near, Known known, Messages messages) {
    this.people = people;
    this.kin = kin;
    this.near = near;
    this.known = known;
    this.messages = messages;
  }

  Reply blank(Request request) {
    PersonView person = KinPages.view(people, request);
    return page(request, person, near.of(request, person), null, Looked.FOR_NOBODY, null);
  }

  /**
   * Somebody outside the family was looked for; nothing is written yet, and nothing typed is lost.
   */
  Reply find(Request request) {
    Form form = request.form();
    PersonView person = KinPages.view(people, request);
    String words = form.requiredLine("who");
    if (words == null) {
      return page(request, person, near.of(request, person), null, Looked.FOR_NOBODY, form);
    }
    Near.Found found = near.found(request, person, words);
    List<Choice> choices = new ArrayList<>(found.people());
    near.of(request, person).stream()
        .filter(one -> choices.stream().noneMatch(other -> other.value().equals(one.value())))
        .forEach(choices::add);
    Looked looked = new Looked(found.people().isEmpty(), found.more());
    return page(request, person, choices, null, looked, form);
  }

  /**
   * What became of the look-up.
   *
   * @param nobody whether the register has nobody of that name whom the viewer sees
   * @param more whether it has more of them than are offered
   */
  public record Looked(boolean nobody, boolean more) {
    static final Looked FOR_NOBODY = new Looked(false, false);
  }

  Reply tie(Request request) {
    Form form = request.form();
    PersonView person = KinPages.view(people, request);
    Role role = form.requiredChoice("role", Role.class);
    boolean newcomer = NEW.equals(form.raw("other"));
    UUID chosen = newcomer ? null : form.requiredId("other");
    NewPerson written = null;
    Question alike = null;
    if (newcomer) {
      written =
          NewPerson.named(
              PersonFields.name(form, NEWCOMER).given(),
              form.line(NEWCOMER + "family"),
              PersonFields.birthDate(form, NEWCOMER));
      alike = form.valid() ? known.ask(request, form, NEWCOMER, written) : null;
      UUID same = Known.chosen(form, NEWCOMER);
      if (same != null) {
        chosen = same;
        written = null;
      }
    }
    Terms terms = terms(form);
    UUID file = form.id("file");
    if (form.valid()) {
      try {
        kin.tie(
            request.viewer(),
            person.id(),
            new NewTie(
                role,
                chosen == null ? null : new PersonId(chosen),
                written,
                file == null ? null : new CaseFileId(file),
                terms));
        return Reply.to(home(request), Words.of("kin.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    List<Choice> choices =
        near.with(
            request,
            near.of(request, person),
            chosen == null || newcomer ? null : new PersonId(chosen));
    return page(request, person, choices, alike, Looked.FOR_NOBODY, form);
  }

  private Reply page(
      Request request,
      PersonView person,
      List<Choice> choices,
      Question alike,
      Looked looked,
      Form form) {
    List<Choice> files = files(kin, request, person);
    return new Model()
        .with("person", person)
        .with("roles", roles(request))
        .with("people", withNew(request, choices))
        .with("files", files)
        .with("file", file(request, files))
        .with("known", alike)
        .with("looked", looked)
        .with("reasons", Reason.choices(request.locale()))
        .form("kin-form", form);
  }

  private List<Choice> roles(Request request) {
    return TieKind.STATED.stream()
        .map(
            role ->
                new Choice(
                    role.name(),
                    messages.text(request.locale(), "kin.word." + role, Sex.UNKNOWN.name())))
        .toList();
  }

  private List<Choice> withNew(Request request, List<Choice> choices) {
    List<Choice> all = new ArrayList<>(choices);
    all.add(new Choice(NEW, messages.text(request.locale(), "kin.other.new")));
    return all;
  }

  /** Files the person is in, and those in whose work the person was written down as a relative. */
  static List<Choice> files(KinDesk kin, Request request, PersonView person) {
    Stream<Choice> own =
        person.files().stream().map(file -> new Choice(file.file().toString(), file.number()));
    Stream<Choice> around =
        kin.of(request.viewer(), person.id()).stream()
            .filter(one -> one.struck() == null && one.fileNumber() != null)
            .map(one -> new Choice(one.file().toString(), one.fileNumber()));
    return Stream.concat(own, around).distinct().toList();
  }

  /** The file the form was opened from, or the only one. */
  private static String file(Request request, List<Choice> files) {
    String asked = request.query("file").orElse(null);
    return files.stream()
        .map(Choice::value)
        .filter(value -> value.equals(asked) || files.size() == 1)
        .findFirst()
        .orElse(null);
  }

  private static Terms terms(Form form) {
    return new Terms(
        new Days(form.date("from"), form.date("until")),
        form.line("words"),
        form.text("note", NOTE),
        Because.typed(form));
  }

  Reply edit(Request request) {
    return editing(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    Terms terms = terms(form);
    return form.attempt(
        () -> {
          kin.amend(
              request.viewer(), KinPages.person(request), request.id("tie"), form.version(), terms);
          return Reply.to(home(request), Words.of("kin.saved"));
        },
        wrong -> editing(request, wrong));
  }

  private Reply editing(Request request, Form form) {
    return entry(request).with("reasons", Reason.choices(request.locale())).form("kin-edit", form);
  }

  private Model entry(Request request) {
    PersonView person = KinPages.view(people, request);
    Relative entry = kin.one(request.viewer(), person.id(), request.id("tie"));
    request.shows(Subject.of(entry.person()));
    return new Model().with("person", person).with("entry", entry);
  }

  Reply ending(Request request) {
    return entry(request).form("kin-end", null);
  }

  Reply end(Request request) {
    Form form = request.form();
    LocalDate day = form.requiredDate("until");
    return form.attempt(
        () -> {
          kin.end(
              request.viewer(), KinPages.person(request), request.id("tie"), form.version(), day);
          return Reply.to(home(request), Words.of("kin.saved"));
        },
        wrong -> entry(request).form("kin-end", wrong));
  }

  Reply rhythm(Request request) {
    return rhythm(request, null);
  }

  Reply stateRhythm(Request request) {
    Form form = request.form();
    Integer weeks = form.number("weeks", 1, WEEKS);
    Decider decider = form.requiredChoice("decider", Decider.class);
    String reference = form.line("reference");
    LocalDate since = form.requiredDate("since");
    if (weeks == null) {
      form.error("weeks", "form.required");
    }
    return form.attempt(
        () -> {
          kin.rhythms()
              .state(
                  request.viewer(),
                  KinPages.person(request),
                  request.id("tie"),
                  weeks,
                  decider,
                  reference,
                  since);
          return Reply.to(home(request), Words.of("rhythm.saved"));
        },
        wrong -> rhythm(request, wrong));
  }

  Reply withdrawRhythm(Request request) {
    Form form = request.form();
    UUID rhythm = form.requiredId("rhythm");
    if (form.valid()) {
      try {
        kin.rhythms()
            .withdraw(
                request.viewer(),
                KinPages.person(request),
                request.id("tie"),
                rhythm,
                form.version());
        return Reply.to(home(request), Words.of("rhythm.withdrawn"));
      } catch (Stale changed) {
        form.stale();
      }
    }
    return rhythm(request, form);
  }

  Reply endingRhythm(Request request) {
    return endingRhythm(request, null);
  }

  Reply endRhythm(Request request) {
    Form form = request.form();
    UUID rhythm = form.requiredId("rhythm");
    LocalDate day = form.date("until");
    return form.attempt(
        () -> {
          kin.rhythms()
              .end(
                  request.viewer(),
                  KinPages.person(request),
                  request.id("tie"),
                  rhythm,
                  form.version(),
                  day);
          return Reply.to(home(request), Words.of("rhythm.ended"));
        },
        wrong -> endingRhythm(request, wrong));
  }

  private Reply endingRhythm(Request request, Form form) {
    Relative entry = sibling(request);
    return new Model()
        .with("person", KinPages.view(people, request))
        .with("entry", entry)
        .with("line", kin.rhythms().latest(request.viewer(), KinPages.person(request), entry.tie()))
        .form("rhythm-end", form);
  }

  private Relative sibling(Request request) {
    Relative entry =
        kin.rhythms().sibling(request.viewer(), KinPages.person(request), request.id("tie"));
    if (!entry.hidden()) {
      request.shows(Subject.of(entry.person()));
    }
    return entry;
  }

  private Reply rhythm(Request request, Form form) {
    PersonView person = KinPages.view(people, request);
    Relative entry = sibling(request);
    return new Model()
        .with("person", person)
        .with("entry", entry)
        .with("lines", kin.rhythms().of(List.of(entry)).getOrDefault(entry.tie(), List.of()))
        .with("deciders", Choice.of(messages, request.locale(), "rhythm.decider", Decider.values()))
        .form("rhythm-form", form);
  }

  Reply striking(Request request) {
    return entry(request).form("kin-strike", null);
  }

  Reply strike(Request request) {
    Form form = request.form();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          kin.strike(
              request.viewer(),
              KinPages.person(request),
              request.id("tie"),
              form.version(),
              reason);
          return Reply.to(home(request), Words.of("kin.struck.done"));
        },
        wrong -> entry(request).form("kin-strike", wrong));
  }

  Reply sexForm(Request request) {
    return sexForm(request, null);
  }

  private Reply sexForm(Request request, Form form) {
    PersonView person = KinPages.view(people, request);
    return new Model()
        .with("person", person)
        .with("known", kin.sex(request.viewer(), person.id()))
        .with("sexes", Choice.of(messages, request.locale(), "kin.sex", Sex.FEMALE, Sex.MALE))
        .form("kin-sex", form);
  }

  Reply sex(Request request) {
    Form form = request.form();
    Sex sex = form.choice("sex", Sex.class);
    if (form.valid()) {
      try {
        kin.sex(request.viewer(), KinPages.person(request), form.version(), sex);
        return Reply.to(home(request), Words.of("kin.sex.saved"));
      } catch (Stale changed) {
        form.stale();
      }
    }
    return sexForm(request, form);
  }

  private static String home(Request request) {
    return "/people/" + KinPages.person(request) + "/kin";
  }
}
