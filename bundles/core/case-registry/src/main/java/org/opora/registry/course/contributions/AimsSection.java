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
            .filter(aim -> wanted.touches(aim.agreedOn(), aim.endedOn()))
            .map(aim -> of(wanted, aim))
            .toArray(String[]::new));
  }

  private String of(Wanted wanted, AimView aim) {
    List<String> blocks = new ArrayList<>();
    blocks.add(say(wanted.language(), "course.aim", aim.agreedOn(), aim.aim()));
    blocks.add(
        items(
            aim.now().goals().stream()
                .map(
                    goal -> {
                      AimResult result = aim.lastResult(goal.id());
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
