package org.opora.supervisedcontacts.demo.contributions;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.demo.spi.DemoFamilyChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.demo.application.DemoMeetings;
import org.opora.supervisedcontacts.demo.application.DemoPapers;
import org.opora.supervisedcontacts.demo.application.DemoReports;
import org.opora.supervisedcontacts.demo.application.Scene;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts of some families of the made-up centre, so that every page of the module has something
 * to show: a mother by the decision of a court, from her request to an evaluation; a father who is
 * high risk and stays away; a plan that waits for people; handovers, video and letters; requests
 * that are open or were refused; brothers and sisters together.
 */
@Component(service = DemoChapter.class)
public final class DemoContacts implements DemoFamilyChapter {
  /** Families about whose relatives another chapter writes. */
  private static final int WITH_RELATIVES = 12;

  /** Those about whom there is a story of their own. */
  private static final int STORIES = 10;

  private final DemoPapers papers;
  private final ByCourt byCourt;
  private final FurtherStories further;
  private final Asked asked;
  private final TogetherStory together;

  @Activate
  public DemoContacts(
      @Reference DemoPapers papers,
      @Reference DemoMeetings meetings,
      @Reference DemoReports reports) {
    this.papers = papers;
    this.byCourt = new ByCourt(papers, meetings, reports);
    this.further = new FurtherStories(papers, meetings, reports);
    this.asked = new Asked(papers);
    this.together = new TogetherStory(papers, meetings, reports);
  }

  /** After those who are related, after rooms and hours, and after the reports on care. */
  @Override
  public String id() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public void write(DemoCast cast, InForce family, int number) {
    if (number >= STORIES || family.children().isEmpty()) {
      return;
    }
    allowed(cast);
    Scene scene = Scene.of(cast, family);
    if (papers.begun(scene)) {
      // Somebody has tried the module with this family: what they wrote is theirs.
      return;
    }
    switch (number) {
      case 0 -> byCourt.write(scene);
      case 1 -> further.staysAway(scene);
      case 2 -> further.waits(scene);
      case 3 -> further.handedOver(scene);
      case 4 -> further.onScreen(scene);
      case 5 -> further.byLetter(scene);
      case 6 -> asked.byAuthority(scene);
      case 7 -> asked.refused(scene);
      case 8 -> asked.byChild(scene);
      default -> asked.withdrawn(scene);
    }
  }

  /**
   * Roles get what a module brings when it comes; where somebody has taken it from them again,
   * there is nothing to show.
   */
  private static void allowed(DemoCast cast) {
    boolean all =
        cast.director().may(SupervisedContactsModule.APPROVE)
            && cast.workers().stream().allMatch(one -> one.may(SupervisedContactsModule.RECORD));
    if (!all) {
      throw Refusals.refused(null, "demo.not-allowed");
    }
  }

  /** Brothers and sisters in one family, those without a story of their own first. */
  @Override
  public void write(DemoCast cast) {
    List<InForce> families = cast.families();
    IntStream.range(0, Math.min(WITH_RELATIVES, families.size()))
        .boxed()
        .sorted(Comparator.reverseOrder())
        .map(families::get)
        .filter(family -> family.children().size() > 1)
        .filter(family -> together.fits(Scene.of(cast, family)))
        .findFirst()
        .ifPresent(
            family -> {
              allowed(cast);
              together.write(Scene.of(cast, family));
            });
  }
}
