package org.opora.registry.shared.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.duties.Trust;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition.Answer;
import org.opora.api.legal.LegalPosition.Signer;
import org.opora.api.legal.LegalPosition.Standing;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.web.Form;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.application.NewRepresentative;
import org.opora.registry.legal.application.Position;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.legal.domain.DecisionKind;
import org.opora.registry.legal.domain.Extent;
import org.opora.registry.legal.domain.Force;

/** The pages about a child's legal position, filled and empty. */
final class ChildLawPages {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private final PersonView person;
  private final PersonId child;
  private final PersonId carer;
  private final CaseFileId file;
  private final Form stale;

  ChildLawPages(PersonView person, PersonId child, PersonId carer, CaseFileId file, Form stale) {
    this.person = person;
    this.child = child;
    this.carer = carer;
    this.file = file;
    this.stale = stale;
  }

  void into(Map<String, Map<String, Object>> pages) {
    legal(pages);
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
                    new Signer(Role.PARENT, null, "", Ids.next(), false)),
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
        standing(Extent.LIMITED, new Position.Ground(source, "Soud", "12 P 3/2026", TODAY, Force.NOT_KNOWN), null);
    Position position =
        new Position(
            List.of(mother, standing(null, null, null), standing(Extent.FULL, null, mistake)),
            List.of(
                ruling, ruling(Ids.next(), Force.NOT_KNOWN, null), ruling(Ids.next(), Force.ENDED, mistake)));
    pages.put(
        "legal",
        model("person", person, "child", child, "day", TODAY, "answers", answers, "position", position));
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
            "position",
            new Position(List.of(), List.of())));
    pages.put("legal-part", model("child", child, "day", TODAY, "answers", answers));
    record Child(PersonId person, PersonName name, List<Answer> answers) {}
    pages.put(
        "legal-file",
        model(
            "day",
            TODAY,
            "wards",
            List.of(
                new Child(child, new PersonName("Ema", "Dvořáková"), answers),
                new Child(carer, new PersonName("Jan", "Dvořák"), answers))));
    pages.put("legal-file none", model("day", TODAY, "wards", List.of()));
    List<Choice> choices = List.of(new Choice("a", "Jan Dvořák"));
    Object[] fields = {
      "person", person, "roles", choices, "extents", choices, "matters", choices, "known", choices,
      "chosen", List.of("a"), "decisions", choices, "kinds", choices, "appeals", choices
    };
    pages.put("legal-representative", model(fields));
    pages.put("legal-representative stale", more(fields, "entry", mother, "version", 3L, "form", stale));
    pages.put("legal-decision", model(fields));
    pages.put("legal-decision stale", more(fields, "entry", ruling, "version", 3L, "form", stale));
    pages.put("legal-withdraw", more(fields, "standing", mother, "version", 3L));
    pages.put("legal-withdraw decision", more(fields, "ruling", ruling, "version", 3L));
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
        full ? List.of(new Position.Named("Jan Dvořák", carer)) : List.of(),
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
