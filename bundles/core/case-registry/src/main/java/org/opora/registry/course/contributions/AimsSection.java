package org.opora.registry.course.contributions;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.domain.AimResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was agreed with the family, and how far it has come. */
@Component(service = ReportSection.class)
public final class AimsSection extends RegistrySection {
  private static final int PLACE = 300;
  private final AimsDesk aims;

  @Activate
  public AimsSection(@Reference AimsDesk aims, @Reference Messages messages) {
    super("aims", PLACE, Scope.FAMILY, Visits.READ, messages);
    this.aims = aims;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    return all(
        aims.of(viewer, wanted.file()).stream()
            .map(aim -> of(viewer, wanted, aim))
            .toArray(String[]::new));
  }

  /** How an aim read on the last day of the period. */
  static AimView.Wording then(AimsDesk aims, Viewer viewer, Wanted wanted, AimView aim) {
    return asOf(
        viewer,
        wanted,
        aim.now(),
        aims.former(viewer, wanted.file(), aim.id()),
        AimView.Former::at,
        AimView.Former::wording);
  }

  private String of(Viewer viewer, Wanted wanted, AimView aim) {
    AimView.Wording then = then(aims, viewer, wanted, aim);
    if (!wanted.touches(then.agreedOn(), aim.endedOn())) {
      return null;
    }
    List<String> blocks = new ArrayList<>();
    blocks.add(say(wanted.language(), "course.aim", then.agreedOn(), then.aim()));
    blocks.add(
        items(
            then.goals().stream()
                .map(
                    goal -> {
                      AimResult result = aim.lastResult(goal.id(), wanted.until());
                      return result == null
                          ? goal.words()
                          : say(
                              wanted.language(),
                              "course.goal",
                              goal.words(),
                              say(wanted.language(), "aim-result." + result));
                    })));
    aim.reviews().stream()
        .filter(review -> wanted.covers(review.on()))
        .forEach(
            review ->
                blocks.add(
                    say(
                        wanted.language(),
                        "course.review",
                        review.on(),
                        say(wanted.language(), "aim-result." + review.result()),
                        review.words() == null ? "" : review.words())));
    if (aim.endedOn() != null && wanted.covers(aim.endedOn())) {
      blocks.add(say(wanted.language(), "course.aim.ended", aim.endedOn()));
    }
    return all(blocks.toArray(String[]::new));
  }
}
