package org.opora.registry.emergency.contributions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyEnds;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.opora.registry.emergency.application.Wanted;
import org.opora.registry.emergency.domain.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A file that a colleague opened in an emergency some days ago, reviewed and justified. */
@Component
public final class DemoEmergency implements DemoChapter {
  private static final Duration AGO = Duration.ofDays(9);
  private static final Duration LATER = Duration.ofDays(1);
  private final CaseFiles files;
  private final EmergencyDesk desk;
  private final EmergencyEnds ends;
  private final EmergencyReviews reviews;

  @Activate
  public DemoEmergency(
      @Reference CaseFiles files,
      @Reference EmergencyDesk desk,
      @Reference EmergencyEnds ends,
      @Reference EmergencyReviews reviews) {
    this.files = files;
    this.desk = desk;
    this.ends = ends;
    this.reviews = reviews;
  }

  @Override
  public String id() {
    return "emergency";
  }

  @Override
  public void write(DemoCast cast) {
    Instant opened = cast.director().now().minus(AGO);
    for (InForce family : cast.families()) {
      Optional<Viewer> stranger = stranger(cast, family.file());
      if (stranger.isPresent()) {
        write(cast.director(), at(stranger.get(), opened), family.file());
        return;
      }
    }
  }

  /** A colleague who reads only files of their own, and not this one. */
  private Optional<Viewer> stranger(DemoCast cast, CaseFileId file) {
    return cast.workers().stream()
        .filter(one -> one.may(EmergencyDesk.USE) && one.reach(CaseFiles.READ) == Reach.OWN)
        .filter(one -> files.headers(one, List.of(file)).isEmpty())
        .findFirst();
  }

  private void write(Viewer director, Viewer stranger, CaseFileId file) {
    desk.open(
        stranger,
        Wanted.numbered(files.header(director, file).number()),
        "UNREACHABLE",
        "Dítě volalo, že je doma samo a nemůže se dovolat pěstounce; koordinátorka je na horách.");
    UUID access = reviews.of(director, file).get(0).id();
    Viewer reviewer = at(director, stranger.now().plus(LATER));
    ends.over(reviewer.now());
    reviews.review(
        reviewer,
        access,
        reviews.one(reviewer, access).version(),
        Verdict.JUSTIFIED,
        "Kolegyně zjistila telefon na babičku, ta pro dítě přijela. Postup byl správný.");
  }

  private static Viewer at(Viewer who, Instant then) {
    return new Viewer(
        who.staff(),
        who.name(),
        who.grants(),
        who.locale(),
        who.zone(),
        Clock.fixed(then, who.zone()),
        who.requestId());
  }
}
