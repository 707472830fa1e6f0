package org.opora.registry.notes.contributions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.PersonId;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.notes.application.NewNote;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NotePapers;
import org.opora.registry.notes.domain.NoteKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What was dealt with between visits: a call from school, a meeting on the way to which somebody
 * drove, a talk that the carer read and signed, and one that a carer would not sign.
 */
@Component
public final class DemoNotes implements DemoChapter {
  private final NoteBook notes;
  private final NotePapers papers;

  @Activate
  public DemoNotes(@Reference NoteBook notes, @Reference NotePapers papers) {
    this.notes = notes;
    this.papers = papers;
  }

  @Override
  public String id() {
    return "notes";
  }

  @Override
  public void write(DemoCast cast) {
    call(cast, cast.family(0));
    meeting(cast, cast.family(2));
    signed(cast, cast.family(1), null);
    signed(cast, cast.family(5), "Nesouhlasím s tím, jak je popsána dohoda o víkendech.");
  }

  private void call(DemoCast cast, InForce family) {
    PersonId child = child(family);
    notes.record(
        cast.worker(family),
        family.file(),
        new NewNote(
            NoteKind.PHONE,
            cast.today().minusDays(6),
            LocalTime.of(10, 10),
            15,
            Set.of(child),
            Map.of(child, "Ve třídě si našlo kamaráda a samo se hlásí. Matematiku dohání."),
            null,
            "Základní škola",
            "třídní učitelka",
            "Škola nabízí doučování každé úterý. Pěstounka o něm ví a souhlasí."));
  }

  private void meeting(DemoCast cast, InForce family) {
    notes.record(
        cast.worker(family),
        family.file(),
        new NewNote(
            NoteKind.CONFERENCE,
            cast.today().minusDays(12),
            LocalTime.of(13, 0),
            90,
            Set.of(child(family)),
            Map.of(),
            null,
            "Odbor sociálně-právní ochrany dětí",
            "sociální pracovnice dítěte",
            "Případová konference: domluven postup kontaktu s matkou a další setkání za dva"
                + " měsíce.",
            50,
            34));
  }

  /**
   * @param refusal why the carer would not sign; null when they signed
   */
  private void signed(DemoCast cast, InForce family, String refusal) {
    Viewer worker = cast.worker(family);
    PersonId carer = family.carers().get(0).person();
    LocalDate today = cast.today();
    UUID note =
        notes.record(
            worker,
            family.file(),
            new NewNote(
                NoteKind.OFFICE,
                today.minusDays(4),
                LocalTime.of(9, 0),
                45,
                Set.of(carer),
                Map.of(),
                null,
                null,
                null,
                "Probrána dohoda o víkendech a prázdninách. Pěstoun dostal zápis k přečtení."));
    int wording = papers.prints().print(worker, note, notes.view(worker, note).version()).number();
    papers
        .signing()
        .note(
            worker,
            note,
            notes.view(worker, note).version(),
            new NewSignature(carer, wording, today, refusal != null, refusal));
  }

  private static PersonId child(InForce family) {
    return family.children().get(0).person();
  }
}
