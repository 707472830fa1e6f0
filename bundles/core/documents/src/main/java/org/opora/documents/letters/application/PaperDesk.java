package org.opora.documents.letters.application;

import java.util.List;
import java.util.function.Consumer;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Documents;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.persistence.Keys;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.letters.domain.Letter;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.letters.domain.Sheet.Line;
import org.opora.documents.pdf.application.PageFault;
import org.opora.documents.pdf.application.PdfMaker;
import org.opora.documents.shared.Refusals;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.DocumentNamed;
import org.opora.documents.templates.application.FieldBook;
import org.opora.documents.templates.domain.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports that other bundles write, as PDF among the documents of a family or of a child. */
@Component(service = Documents.class)
public final class PaperDesk implements Documents {
  private final Filing filing;
  private final PdfMaker pdf;
  private final LetterSeals seals;
  private final LetterHead head;

  @Activate
  public PaperDesk(
      @Reference Filing filing,
      @Reference FieldBook fields,
      @Reference PdfMaker pdf,
      @Reference Keys keys) {
    this.filing = filing;
    this.pdf = pdf;
    this.seals = new LetterSeals(keys);
    this.head = new LetterHead(fields);
  }

  private record Made(NewDocument document, Page page, byte[] pdf) {}

  @Override
  public void check(Viewer viewer, CaseFileId file, Paper paper) {
    make(viewer, file, paper);
  }

  @Override
  public DocumentId report(
      Viewer viewer, CaseFileId file, Paper paper, Consumer<DocumentId> beside) {
    // Asked before the work, and by whoever keeps it once more.
    filing.admit(viewer, file, document(viewer, paper));
    Made made = make(viewer, file, paper);
    Sheet sheet = new Sheet(made.page().seen(made.page().lines()), List.of());
    return filing.add(
        viewer,
        file,
        made.document(),
        Sent.made(made.document().title() + ContentKind.PDF.ending(), made.pdf()),
        (em, place, id, version) -> {
          em.persist(
              new Letter(
                  version,
                  id,
                  new Letter.Written(
                      null,
                      Language.of(paper.language()),
                      paper.to().person(),
                      paper.to().body(),
                      seals.to(place, version, paper.to().name()),
                      seals.words(place, version, sheet))));
          paper.names().forEach(person -> em.persist(new DocumentNamed(id, person)));
          beside.accept(id);
        });
  }

  private static NewDocument document(Viewer viewer, Paper paper) {
    String title = Refusals.line("title", Sheet.plain(paper.title()), LetterDesk.LONGEST_TITLE);
    return new NewDocument(DocumentKind.REPORT, title, paper.about(), viewer.today(), null);
  }

  private Made make(Viewer viewer, CaseFileId file, Paper paper) {
    NewDocument document = document(viewer, paper);
    String to = Refusals.line("to", paper.to().name(), LetterDesk.LONGEST_NAME);
    Page page =
        head.page(
            viewer,
            file,
            null,
            new Reader(paper.to().person(), paper.to().body(), to),
            Language.of(paper.language()),
            document.title(),
            paper.blocks().stream().map(PaperDesk::line).toList());
    try {
      return new Made(document, page, pdf.make(page.xhtml()));
    } catch (PageFault fault) {
      throw new Refused("words", fault.text());
    }
  }

  private static Line line(Block block) {
    Sheet.Look look =
        switch (block.look()) {
          case HEADING -> Sheet.Look.HEADING;
          case SUBHEADING -> Sheet.Look.SUBHEADING;
          case PARAGRAPH -> Sheet.Look.PARAGRAPH;
          case ITEM -> Sheet.Look.ITEM;
        };
    return new Line(look, Sheet.plain(block.words()));
  }
}
