package org.opora.documents.store.contributions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.documents.pdf.application.PageFault;
import org.opora.documents.pdf.application.PdfMaker;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.domain.DocumentKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A family with documents: one of the school about the child in two versions, a letter as PDF, one
 * of a doctor that not everybody sees, and one that was added by mistake and withdrawn.
 */
@Component
public final class DemoDocuments implements DemoChapter {
  private static final int FAMILY = 3;
  private final Filing filing;
  private final PdfMaker pdf;

  @Activate
  public DemoDocuments(@Reference Filing filing, @Reference PdfMaker pdf) {
    this.filing = filing;
    this.pdf = pdf;
  }

  @Override
  public String id() {
    return "documents";
  }

  @Override
  public void write(DemoCast cast) {
    InForce family = cast.family(FAMILY);
    Viewer worker = cast.worker(family);
    LocalDate today = cast.today();
    PersonId child = family.children().get(0).person();
    DocumentId school =
        add(
            worker,
            family,
            new NewDocument(
                DocumentKind.SCHOOL, "Zpráva třídní učitelky", child, today.minusDays(40), null),
            text("zpráva ze školy.txt", "Prospívá, v kolektivu si hledá místo."));
    filing.renew(
        worker,
        school,
        text(
            "zpráva ze školy, doplněná.txt",
            "Prospívá, v kolektivu si hledá místo. Od října chodí do kroužku plavání."));
    add(
        worker,
        family,
        new NewDocument(
            DocumentKind.LETTER,
            "Pozvání na případovou konferenci",
            null,
            today.minusDays(12),
            null),
        Sent.made("pozvání.pdf", invitation()));
    add(
        worker,
        family,
        new NewDocument(DocumentKind.MEDICAL, "Lékařská zpráva", child, today.minusDays(25), null),
        text("zpráva lékařky.txt", "Očkování je úplné, další prohlídka za rok."));
    DocumentId wrong =
        add(
            worker,
            family,
            new NewDocument(DocumentKind.OTHER, "Potvrzení", null, today.minusDays(3), null),
            text("potvrzení.txt", "Potvrzení o účasti."));
    // It came to be in this very moment, so it has the version that everything begins with.
    filing.withdraw(worker, wrong, 1, "Patří jiné rodině.");
  }

  private DocumentId add(Viewer worker, InForce family, NewDocument document, Sent sent) {
    return filing.add(worker, family.file(), document, sent);
  }

  private static Sent text(String name, String words) {
    return Sent.made(name, words.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] invitation() {
    try {
      return pdf.make(
          "<html lang=\"cs\"><head><title>Pozvání na případovou konferenci</title></head><body>"
              + "<h1>Pozvání na případovou konferenci</h1>"
              + "<p>Zveme vás na setkání všech, kdo s rodinou pracují. Sejdeme se v centru.</p>"
              + "</body></html>");
    } catch (PageFault impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
