package org.opora.moduletemplate.application;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.domain.Wish;

/**
 * What the house hears of a wish, in the writer's transaction: its line in the story of the family,
 * and what it proves. The same wish again replaces both.
 */
record Echo(Timeline timeline, Evidence evidence, Messages messages) {
  void of(Viewer viewer, Wish wish) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
                TemplateModule.ID,
                "wish",
                wish.id().value(),
                Subject.of(wish.caseFile()),
                wish.wishedOn(),
                TemplateModule.READ,
                DataClass.CARE_TEXT,
                messages.title("timeline.wish"),
                TemplateModule.HOME + "/wishes/" + wish.id())
            .about(wish.child()));
    evidence.record(TemplateModule.ID, wish.id().value(), facts(wish));
  }

  void fallsSilent(Wish wish) {
    timeline.withdraw(TemplateModule.ID, wish.id().value());
    evidence.record(TemplateModule.ID, wish.id().value(), List.of());
  }

  private static List<NewFact> facts(Wish wish) {
    About about =
        wish.child() == null
            ? About.file(wish.caseFile())
            : About.person(wish.caseFile(), wish.child());
    String ref = wish.id().toString();
    List<NewFact> facts = new ArrayList<>();
    facts.add(NewFact.of(TemplateModule.VOICED, about, wish.wishedOn()).tiedTo(ref));
    if (wish.answeredOn() != null) {
      facts.add(NewFact.of(TemplateModule.ANSWERED, about, wish.answeredOn()).tiedTo(ref));
    }
    return facts;
  }
}
