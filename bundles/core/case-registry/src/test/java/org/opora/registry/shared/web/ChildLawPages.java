package org.opora.registry.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.duties.Trust;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.LegalPosition.Answer;
import org.opora.api.legal.LegalPosition.Signer;
import org.opora.api.legal.LegalPosition.Standing;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.registry.disability.application.DisabilityDesk;
import org.opora.registry.disability.application.NewDisability;
import org.opora.registry.incidents.application.IncidentLine;
import org.opora.registry.incidents.application.IncidentView;
import org.opora.registry.incidents.application.Wording;
import org.opora.registry.incidents.domain.How;
import org.opora.registry.incidents.domain.Incident.Hindrance;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.incidents.domain.State;
import org.opora.registry.incidents.domain.Told;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.application.NewRepresentative;
import org.opora.registry.legal.application.Position;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.legal.domain.Extent;
import org.opora.registry.legal.domain.Force;
import org.opora.registry.tasks.persistence.FileLabel;

/** The pages about legal position, incidents and disability, filled and empty. */
final class ChildLawPages {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private final PersonView person;
  private final PersonId child;
  private final PersonId carer;
  private final CaseFileId file;
  private final Form stale;
  private final Function<Object[], Map<String, Object>> framed;

  /**
   * @param framed the model of a page of a case file, with these names and values
   */
  ChildLawPages(
      PersonView person,
      PersonId child,
      PersonId carer,
      CaseFileId file,
      Form stale,
      Function<Object[], Map<String, Object>> framed) {
    this.person = person;
    this.child = child;
    this.carer = carer;
    this.file = file;
    this.stale = stale;
    this.framed = framed;
  }

  void into(Map<String, Map<String, Object>> pages) {
    legal(pages);
    incidents(pages);
    disability(pages);
  }

  private void incidents(Map<String, Map<String, Object>> pages) {
    FileLabel label = new FileLabel(file, "001/2026", "Dvořákovi");
    List<IncidentLine> lines =
        List.of(
            new IncidentLine(
                Ids.next(), file, label, Kind.INJURY, State.OPEN, TODAY, "Jana Malá", null),
            new IncidentLine(
                Ids.next(), file, null, Kind.SUSPECTED_HARM, State.MEASURES, TODAY, "Eva", null),
            new IncidentLine(
                Ids.next(), file, label, Kind.OTHER, State.CLOSED, TODAY, "Eva", TODAY));
    List<Choice> choices = List.of(new Choice("2026-11", "11/2026"));
    for (boolean paper : List.of(true, false)) {
      Object[] list = {
        "paper",
        paper,
        "show",
        "OPEN",
        "month",
        "2026-11",
        "kind",
        "INJURY",
        "months",
        choices,
        "kinds",
        choices,
        "asked",
        "?show=OPEN&month=2026-11&kind=INJURY"
      };
      pages.put("incidents " + paper, more(list, "incidents", new Page<>(lines, "n")));
      pages.put("incidents none " + paper, more(list, "incidents", Page.last(List.of())));
    }
    pages.put("incidents-card", model("incidents", new Page<>(lines, "n")));
    pages.put("incidents-card none", model("incidents", Page.last(List.of())));
    record File(CaseFileId id) {}
    for (boolean leads : List.of(true, false)) {
      Object[] part = {"file", new File(file), "leads", leads, "works", leads};
      pages.put("incidents-part " + leads, more(part, "incidents", new Page<>(lines, "n")));
      pages.put("incidents-part none " + leads, more(part, "incidents", Page.last(List.of())));
    }
    record Row(PersonId person, String name, Part part) {}
    Object[] fields = {
      "followed",
      30,
      "kinds",
      choices,
      "parts",
      choices,
      "colleagues",
      choices,
      "there",
      List.of("a"),
      "rows",
      List.of(new Row(child, "Ema Dvořáková", Part.HURT), new Row(carer, "Jan Dvořák", null))
    };
    pages.put("incident-form", framed.apply(fields));
    Map<String, Object> again = framed.apply(fields);
    IncidentView full = incident(Kind.SUSPECTED_HARM, State.CLOSED, null, label);
    IncidentView bare = incident(Kind.INJURY, State.OPEN, Hindrance.NO_MEASURES, null);
    IncidentView ready = incident(Kind.INJURY, State.MEASURES, null, label);
    again.put("incident", full);
    again.put("form", stale);
    pages.put("incident-form stale", again);
    Object[] page = {"doers", choices, "tolds", choices, "hows", choices};
    for (IncidentView view : List.of(full, bare, ready)) {
      pages.put("incident " + view.id(), more(page, "incident", view));
      pages.put(
          "incident stale " + view.id(),
          more(page, "incident", view, "form", stale, "measuresForm", stale, "stepForm", stale));
      pages.put("incident-amend " + view.id(), model("incident", view, "form", stale));
    }
    pages.put("incident-amend", model("incident", full));
  }

  private IncidentView incident(Kind kind, State state, Hindrance hindrance, FileLabel label) {
    boolean rich = label != null;
    Instant now = Instant.parse("2026-11-02T09:00:00Z");
    Wording words =
        new Wording(
            "herna",
            "Spadl.",
            rich ? "soused" : null,
            rich ? "Oprava." : null,
            rich ? "Prošetří." : null);
    return new IncidentView(
        Ids.next(),
        3,
        file,
        label,
        kind,
        state,
        TODAY,
        rich ? LocalTime.of(8, 30) : null,
        words,
        rich ? TODAY : null,
        rich
            ? List.of(
                new IncidentView.Involved(child, "Ema Dvořáková", Part.HURT),
                new IncidentView.Involved(carer, "", Part.SUSPECT))
            : List.of(),
        rich ? List.of(new IncidentView.Colleague(StaffId.next(), "Jana Malá")) : List.of(),
        rich
            ? List.of(
                new IncidentView.Step(
                    Ids.next(),
                    TODAY,
                    LocalTime.of(9, 0),
                    "Jana Malá",
                    "Zavoláno.",
                    Told.AUTHORITY,
                    "Bc. Malá",
                    How.PHONE),
                new IncidentView.Step(
                    Ids.next(), TODAY, null, "Jana Malá", "Ošetřeno.", null, null, null))
            : List.of(),
        hindrance,
        true,
        "Jana Malá",
        now,
        state == State.CLOSED ? TODAY : null,
        state == State.CLOSED ? "Eva Nová" : null,
        rich
            ? List.of(new IncidentView.Former(words, TODAY, "upřesnění", "Eva Nová", now))
            : List.of());
  }

  private void disability(Map<String, Map<String, Object>> pages) {
    DisabilityDesk.Line degree =
        new DisabilityDesk.Line(
            Ids.next(),
            2,
            child,
            new NewDisability(Degree.II, "Autismus", "UP 1", TODAY, TODAY, TODAY),
            true,
            "Jana Malá");
    DisabilityDesk.Line other =
        new DisabilityDesk.Line(
            Ids.next(),
            2,
            child,
            new NewDisability(null, "Zrak", null, null, TODAY, null),
            false,
            "Jana Malá");
    pages.put(
        "disability-part",
        model("person", child, "readable", true, "lines", List.of(degree, other)));
    pages.put("disability-part none", model("person", child, "readable", true, "lines", List.of()));
    pages.put(
        "disability-part unseen", model("person", child, "readable", false, "lines", List.of()));
    List<Choice> degrees = List.of(new Choice("II", "II"));
    pages.put("disability-form", model("person", person, "degrees", degrees));
    for (DisabilityDesk.Line line : List.of(degree, other)) {
      pages.put(
          "disability-form stale " + line.id(),
          model("person", person, "degrees", degrees, "entry", line, "form", stale));
    }
  }

  private void legal(Map<String, Map<String, Object>> pages) {
    UUID source = Ids.next();
    List<Answer> answers =
        List.of(
            new Answer(
                Matter.ORDINARY,
                Standing.SIGNS,
                List.of(new Signer(Role.CARER, carer, "Jan Dvořák", source, true)),
                false,
                Words.of("signing.carer", TODAY, TODAY),
                "§ 966",
                Trust.SECONDARY,
                Words.of("legal.law")),
            new Answer(
                Matter.SCHOOL,
                Standing.SIGNS,
                List.of(
                    new Signer(Role.PARENT, null, "Petra Nová", Ids.next(), false),
                    new Signer(Role.PARENT, null, "", Ids.next(), false),
                    new Signer(Role.PARENT, null, null, Ids.next(), false)),
                true,
                Words.of("signing.parents-together"),
                "§ 877",
                Trust.VERIFIED,
                Words.of("legal.law")),
            new Answer(
                Matter.MEDICAL,
                Standing.NOT_KNOWN,
                List.of(),
                false,
                Words.of("signing.no-law"),
                null,
                null,
                null),
            new Answer(
                Matter.COURT,
                Standing.ITSELF,
                List.of(),
                false,
                Words.of("signing.of-age", TODAY),
                "§ 30",
                Trust.UNVERIFIED,
                Words.of("legal.law")));
    Position.Ruling ruling = ruling(source, Force.IN_FORCE, null);
    Position.Mistake mistake = new Position.Mistake(TODAY, "Eva Nová", "jiné dítě");
    Position.Standing mother =
        standing(
            Extent.LIMITED,
            new Position.Ground(source, "Soud", "12 P 3/2026", TODAY, Force.NOT_KNOWN),
            null);
    Position position =
        new Position(
            List.of(
                mother,
                standing(null, null, null),
                standing(Extent.FULL, null, mistake),
                hidden(mother)),
            List.of(
                ruling,
                ruling(Ids.next(), Force.NOT_KNOWN, null),
                ruling(Ids.next(), Force.ENDED, mistake)));
    pages.put(
        "legal",
        model(
            "person",
            person,
            "child",
            child,
            "day",
            TODAY,
            "answers",
            answers,
            "whole",
            true,
            "writes",
            true,
            "position",
            position));
    pages.put(
        "legal empty",
        model(
            "person",
            person,
            "child",
            child,
            "day",
            TODAY,
            "answers",
            answers,
            "whole",
            true,
            "writes",
            false,
            "position",
            new Position(List.of(), List.of())));
    for (boolean whole : List.of(true, false)) {
      pages.put(
          "legal-part " + whole,
          model("child", child, "day", TODAY, "answers", answers, "whole", whole));
    }
    record Child(PersonId person, PersonName name, List<Answer> answers, boolean whole) {}
    pages.put(
        "legal-file",
        model(
            "day",
            TODAY,
            "wards",
            List.of(
                new Child(child, new PersonName("Ema", "Dvořáková"), answers, true),
                new Child(carer, new PersonName("Jan", "Dvořák"), answers, false))));
    pages.put("legal-file none", model("day", TODAY, "wards", List.of()));
    List<Choice> choices = List.of(new Choice("a", "Jan Dvořák"));
    Object[] fields = {
      "person",
      person,
      "roles",
      choices,
      "extents",
      choices,
      "matters",
      choices,
      "known",
      choices,
      "chosen",
      List.of("a"),
      "decisions",
      choices,
      "kinds",
      choices,
      "appeals",
      choices
    };
    pages.put("legal-representative", model(fields));
    pages.put(
        "legal-representative stale", more(fields, "entry", mother, "version", 3L, "form", stale));
    pages.put(
        "legal-representative hidden",
        more(fields, "entry", hidden(mother), "version", 3L, "form", stale));
    pages.put("legal-decision", more(fields, "hidden", false));
    pages.put(
        "legal-decision stale",
        more(fields, "entry", ruling, "version", 3L, "form", stale, "hidden", true));
    pages.put("legal-withdraw", more(fields, "standing", mother, "version", 3L));
    pages.put("legal-withdraw hidden", more(fields, "standing", hidden(mother), "version", 3L));
    pages.put("legal-withdraw decision", more(fields, "ruling", ruling, "version", 3L));
  }

  /** The same row, about somebody behind a wall. */
  private static Position.Standing hidden(Position.Standing row) {
    NewRepresentative text = row.text();
    return new Position.Standing(
        Ids.next(),
        row.version(),
        row.child(),
        new NewRepresentative(
            text.role(),
            null,
            null,
            text.extent(),
            text.matters(),
            text.note(),
            text.since(),
            text.until(),
            text.decision()),
        null,
        true,
        row.ground(),
        null,
        row.by());
  }

  private Position.Standing standing(
      Extent extent, Position.Ground ground, Position.Mistake mistake) {
    return new Position.Standing(
        Ids.next(),
        2,
        child,
        new NewRepresentative(
            extent == null ? Role.COLLISION_GUARDIAN : Role.PARENT,
            carer,
            extent == null ? "" : "Petra Nová",
            extent,
            Set.of(Matter.SCHOOL),
            extent == null ? null : "poznámka",
            TODAY.minusYears(2),
            ground == null ? null : TODAY,
            ground == null ? null : ground.id()),
        extent == null ? null : carer,
        mistake == null,
        ground,
        mistake,
        "Jana Malá");
  }

  private Position.Ruling ruling(UUID id, Force force, Position.Mistake mistake) {
    boolean full = force == Force.IN_FORCE;
    return new Position.Ruling(
        id,
        2,
        child,
        new NewDecision(
            full ? DecisionKind.CARE : DecisionKind.CONTACT,
            "Okresní soud",
            "12 P 3/2026",
            full ? "Svěřuje se." : null,
            full ? "desky" : null,
            full ? List.of(carer) : List.of(),
            full ? "Dětské centrum" : null,
            TODAY.minusDays(9),
            full ? TODAY : null,
            full,
            full ? Appeal.UPHELD : Appeal.NONE,
            full ? TODAY : null,
            full ? TODAY.plusYears(1) : null),
        force,
        full
            ? List.of(
                new Position.Named(carer, "Jan Dvořák", carer),
                new Position.Named(null, null, null))
            : List.of(),
        mistake,
        "Jana Malá");
  }

  private static Map<String, Object> more(Object[] fields, Object... namesAndValues) {
    Map<String, Object> model = model(fields);
    model.putAll(model(namesAndValues));
    return model;
  }

  private static Map<String, Object> model(Object... namesAndValues) {
    Map<String, Object> model = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      model.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return model;
  }
}
