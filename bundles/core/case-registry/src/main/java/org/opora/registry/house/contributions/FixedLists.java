package org.opora.registry.house.contributions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opora.api.bodies.Bodies;
import org.opora.api.care.Visits;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.files.FileKind;
import org.opora.api.files.ReopeningReason;
import org.opora.api.overrides.Reason;
import org.opora.api.safety.Safety;
import org.opora.api.text.Title;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.notes.domain.NoteKind;
import org.opora.registry.people.domain.LanguageCodes;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.domain.AbsenceKind;
import org.osgi.service.component.annotations.Component;

/** The lists that no centre changes, each with the reason. */
@Component
public final class FixedLists implements ChoiceLists {
  private static final String LAW = "choices.why.law";
  private static final String COMPARED = "choices.why.compared";
  private static final String FOLLOWS = "choices.why.follows";

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        fixed("agreement-ends", LAW, "ending.way", EndingWay.values()),
        fixed("bodies", FOLLOWS, "body.kind", Bodies.Kind.values()),
        fixed("care-kinds", LAW, "care-kind", CareKind.values()),
        fixed("file-kinds", FOLLOWS, "file-kind", FileKind.values()),
        fixed("reopening", COMPARED, "reopening", ReopeningReason.values()),
        fixed("incidents", FOLLOWS, "incident.kind", Kind.values()),
        fixed("intake-steps", FOLLOWS, "intake.next", NextStep.values()),
        fixed("intake-urgency", FOLLOWS, "intake.urgency", Pressing.values()),
        fixed("intake-ways", COMPARED, "intake.way", Way.values()),
        fixed("notes", COMPARED, "note.kind", NoteKind.values()),
        fixed("absences", FOLLOWS, "absence.kind", AbsenceKind.values()),
        fixed("safety", FOLLOWS, "safety.kind", Safety.Kind.values()),
        fixed("visit-places", COMPARED, "place", Visits.Place.values()),
        relatives(),
        reasons(),
        languages());
  }

  private static ChoiceList fixed(String id, String why, String prefix, Enum<?>... constants) {
    return fixed(
        id,
        why,
        Stream.of(constants)
            .map(one -> Entry.of(one.name(), Refusals.text(prefix + "." + one.name())))
            .toList());
  }

  /** The name of a field says too little where the lists stand beside each other. */
  private static ChoiceList fixed(String id, String why, List<Entry> entries) {
    return ChoiceList.fixed(
        id,
        Refusals.text("choices.title." + id),
        Refusals.text("choices.where." + id),
        Refusals.text(why),
        entries);
  }

  private static ChoiceList relatives() {
    return fixed(
        "relatives",
        "choices.why.picture",
        TieKind.STATED.stream()
            .map(one -> Entry.of(one.name(), Refusals.text("kin.word." + one.name(), "OTHER")))
            .toList());
  }

  private static ChoiceList reasons() {
    return fixed(
        "overrides",
        COMPARED,
        Stream.of(Reason.values()).map(one -> Entry.of(one.name(), one.title())).toList());
  }

  private static ChoiceList languages() {
    return fixed(
        "languages",
        "choices.why.standard",
        LanguageCodes.known().stream()
            .sorted()
            .map(code -> Entry.of(code.toUpperCase(Locale.ROOT), named(code)))
            .toList());
  }

  private static Title named(String code) {
    Locale language = Locale.forLanguageTag(code);
    return new Title(
        language.getDisplayLanguage(Locale.forLanguageTag("cs")),
        language.getDisplayLanguage(Locale.forLanguageTag("pl")),
        language.getDisplayLanguage(Locale.ENGLISH));
  }
}
