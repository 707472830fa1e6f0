package org.opora.registry.complaints.contributions;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.ids.StaffId;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.NewComplaint;
import org.opora.registry.complaints.application.Outcome;
import org.opora.registry.complaints.domain.Finding;
import org.opora.registry.complaints.domain.How;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A complaint that was answered, an anonymous one that was published, and one that is open. */
@Component
public final class DemoComplaints implements DemoChapter {
  private final ComplaintDesk complaints;

  @Activate
  public DemoComplaints(@Reference ComplaintDesk complaints) {
    this.complaints = complaints;
  }

  @Override
  public String id() {
    return "complaints";
  }

  @Override
  public void write(DemoCast cast) {
    LocalDate today = cast.today();
    Viewer director = cast.director();
    StaffId worker = cast.workers().get(0).staff();
    enter(
        director,
        new NewComplaint(
            today.minusDays(4),
            How.PHONE,
            false,
            "paní Zdeňka Malá, 601 000 111",
            "Termín návštěvy se dvakrát změnil v den návštěvy.",
            Set.of(worker),
            director.staff()));
    answered(
        director,
        enter(
            director,
            new NewComplaint(
                today.minusDays(80),
                How.EMAIL,
                false,
                "pan Petr Šťastný, petr@example.org",
                "Respitní pobyt byl zrušen bez náhrady.",
                Set.of(),
                director.staff())),
        new Outcome(
            Finding.JUSTIFIED,
            "Náhradní termín nabízí koordinátorka do týdne, pravidla jsou doplněna.",
            today.minusDays(61),
            director.staff(),
            How.EMAIL,
            "Omlouváme se; nabízíme pobyt o jarních prázdninách.",
            null));
    answered(
        director,
        enter(
            director,
            new NewComplaint(
                today.minusDays(140),
                How.BOX,
                true,
                null,
                "V čekárně není koutek pro malé děti.",
                Set.of(),
                director.staff())),
        new Outcome(
            Finding.PARTLY,
            "Koutek je zařízen v druhé místnosti.",
            today.minusDays(120),
            director.staff(),
            null,
            "Děkujeme za podnět, koutek najdete v místnosti 2.",
            "nástěnka v čekárně"));
  }

  private UUID enter(Viewer director, NewComplaint complaint) {
    return complaints.enter(director, complaint).id();
  }

  private void answered(Viewer director, UUID complaint, Outcome outcome) {
    complaints.assess(director, complaint, version(director, complaint), outcome);
    complaints.close(director, complaint, version(director, complaint));
  }

  private long version(Viewer director, UUID complaint) {
    return complaints.view(director, complaint).version();
  }
}
