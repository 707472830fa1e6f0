package org.opora.documents.letters.application;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.documents.spi.TemplateData.Given;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.letters.domain.Letter;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.letters.domain.Sheet.Line;
import org.opora.documents.letters.domain.Sheet.Look;
import org.opora.documents.letters.persistence.LetterQueries;
import org.opora.documents.pdf.application.PageFault;
import org.opora.documents.pdf.application.PdfMaker;
import org.opora.documents.shared.Fingerprint;
import org.opora.documents.shared.Refusals;
import org.opora.documents.shared.Walled;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.application.Turns;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.application.FieldBook;
import org.opora.documents.templates.application.Reading;
import org.opora.documents.templates.application.Template;
import org.opora.documents.templates.application.TemplateBook;
import org.opora.documents.templates.domain.Language;
import org.opora.documents.templates.domain.TemplateFault.Part;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Letters about a family: written here or made of a template, seen as their recipient will see
 * them, and put among the documents of the family.
 */
@Component(service = LetterDesk.class)
public final class LetterDesk {
  static final int LONGEST_TITLE = 200;
  static final int LONGEST_NAME = 200;
  public static final int LONGEST_WORDS = 40_000;

  private final Transactions tx;
  private final Filing filing;
  private final Shelf shelf;
  private final TemplateBook templates;
  private final FieldBook fields;
  private final PdfMaker pdf;
  private final LetterSeals seals;
  private final LetterHead head;
  private final Messages messages;
  private final Walled walled;
  private final Turns turns;

  @Activate
  public LetterDesk(
      @Reference(target = "(opora.unit=documents)") Transactions tx,
      @Reference Filing filing,
      @Reference Shelf shelf,
      @Reference TemplateBook templates,
      @Reference FieldBook fields,
      @Reference PdfMaker pdf,
      @Reference Keys keys,
      @Reference Messages messages,
      @Reference Access access,
      @Reference People people,
      @Reference Turns turns) {
    this.tx = tx;
    this.filing = filing;
    this.shelf = shelf;
    this.templates = templates;
    this.fields = fields;
    this.pdf = pdf;
    this.seals = new LetterSeals(keys);
    this.messages = messages;
    this.walled = new Walled(access, people);
    this.turns = turns;
    this.head = new LetterHead(fields);
  }

  /**
   * A letter before it is put among the documents.
   *
   * @param unknown names of fields for which nothing is known
   * @param looked what {@link #write} asks for, so that what is kept is what was looked at
   */
  public record Draft(Sheet sheet, ContentKind content, List<String> unknown, String looked) {}

  /**
   * A letter as its recipient sees it.
   *
   * @param to name as of the day on which it was written
   */
  public record Seen(Shelf.Line document, int number, String to, Language language, Sheet sheet) {}

  private record Made(
      NewDocument document, Language language, ContentKind content, byte[] bytes, Sheet sheet) {}

  /** What is chosen of, for whoever may write. */
  public List<TemplateBook.Usable> templates(Viewer viewer) {
    return templates.usable(viewer);
  }

  /**
   * How the letter would read. Nothing is kept.
   *
   * @throws WordFaults with everything that is wrong with its fields
   * @throws Refused beside the field
   */
  public Draft draft(Viewer viewer, CaseFileId file, NewLetter letter) throws WordFaults {
    Made made = make(viewer, file, letter);
    Set<String> unknown = new TreeSet<>();
    made.sheet().lines().stream()
        .flatMap(line -> line.pieces().stream())
        .filter(piece -> Sheet.NOT_KNOWN.equals(piece.why()))
        .forEach(piece -> unknown.add(piece.key()));
    return new Draft(made.sheet(), made.content(), List.copyOf(unknown), looked(letter, made));
  }

  /**
   * Writes the letter and puts it among the documents of the family.
   *
   * @param looked of the draft that was looked at
   * @throws Stale when the letter would not be that draft any more: what it says has changed
   */
  public DocumentId write(Viewer viewer, CaseFileId file, NewLetter letter, String looked)
      throws WordFaults {
    Made made = make(viewer, file, letter);
    if (!looked(letter, made).equals(looked)) {
      throw new Stale();
    }
    return filing.add(
        viewer,
        file,
        made.document(),
        Sent.made(letter.title() + made.content().ending(), made.bytes()),
        (em, place, id, version) ->
            em.persist(
                new Letter(
                    version,
                    id,
                    new Letter.Written(
                        letter.template(),
                        made.language(),
                        letter.to().person(),
                        letter.to().body(),
                        seals.to(place, version, letter.to().name()),
                        seals.words(place, version, made.sheet())))));
  }

  /** To whom it goes and how it reads, told from every other letter. */
  private static String looked(NewLetter letter, Made made) {
    Reader to = letter.to();
    return Fingerprint.of(
        String.join(
                "\n",
                String.valueOf(to.person()),
                String.valueOf(to.body()),
                to.name(),
                made.document().title(),
                made.sheet().text())
            .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The present version of a document, as it leaves.
   *
   * @throws NotFound also when it was brought in, or was withdrawn, or when a wall stands between
   *     the viewer and whom it was written to
   */
  public Seen seen(Viewer viewer, DocumentId id) {
    Shelf.Line line = shelf.view(viewer, id).line();
    if (line.withdrawnOn() != null) {
      throw new NotFound();
    }
    Letter letter = letter(viewer, line).orElseThrow(NotFound::new);
    return new Seen(
        line,
        line.file().number(),
        seals.to(line.place(), letter),
        letter.language(),
        seals.words(line.place(), letter));
  }

  /** To whom it was written; empty when it was brought in, and where a wall stands. */
  public Optional<Reader> reader(Viewer viewer, Shelf.Line line) {
    return letter(viewer, line)
        .map(
            letter ->
                new Reader(letter.toPerson(), letter.toBody(), seals.to(line.place(), letter)));
  }

  /** In which it was written; empty as {@link #reader} is. */
  public Optional<Language> language(Viewer viewer, Shelf.Line line) {
    return letter(viewer, line).map(Letter::language);
  }

  private Optional<Letter> letter(Viewer viewer, Shelf.Line line) {
    return tx.read(em -> new LetterQueries(em).of(line.file().id()))
        .filter(letter -> !walled.from(viewer, letter.toPerson()));
  }

  private Made make(Viewer viewer, CaseFileId file, NewLetter letter) throws WordFaults {
    String title = Refusals.line("title", Sheet.plain(letter.title()), LONGEST_TITLE);
    Refusals.line("to", letter.to().name(), LONGEST_NAME);
    if (letter.template() != null && letter.words() != null) {
      throw Refusals.refused("words", "letter.refused.both");
    }
    TemplateBook.Usable usable = usable(viewer, letter.template());
    DocumentKind kind = usable == null ? DocumentKind.LETTER : usable.kind();
    NewDocument document = new NewDocument(kind, title, letter.person(), viewer.today(), null);
    filing.admit(viewer, file, document);
    return usable == null
        ? written(viewer, file, letter, document)
        // A template is read as trees, and filled twice.
        : turns.one("template", () -> filled(viewer, file, letter, document, usable));
  }

  private TemplateBook.Usable usable(Viewer viewer, UUID template) {
    return template == null
        ? null
        : templates.usable(viewer).stream()
            .filter(one -> one.version().equals(template))
            .findFirst()
            .orElseThrow(() -> Refusals.refused("template", "template.refused.not-valid"));
  }

  private Made filled(
      Viewer viewer,
      CaseFileId file,
      NewLetter letter,
      NewDocument document,
      TemplateBook.Usable usable) {
    Template template = templates.open(viewer, usable.version());
    Filled values = values(viewer, file, letter, usable.language(), template.fields());
    List<Line> lines =
        Reading.of(template.fill(values.marking())).stream()
            .map(one -> new Line(look(one.part()), one.words()))
            .toList();
    return new Made(
        document,
        usable.language(),
        ContentKind.DOCX,
        template.fill(values),
        new Sheet(lines, values.given().left()));
  }

  private static Look look(Part part) {
    return part == Part.BODY ? Look.PARAGRAPH : Look.ASIDE;
  }

  private Made written(Viewer viewer, CaseFileId file, NewLetter letter, NewDocument document)
      throws WordFaults {
    String words = Refusals.line("words", Sheet.plain(letter.words()), LONGEST_WORDS);
    Wording wording = new Wording(words, fields.known());
    if (!wording.faults().isEmpty()) {
      throw new WordFaults(wording.faults());
    }
    Filled values = values(viewer, file, letter, letter.language(), wording.names());
    Page page =
        head.page(
            viewer,
            file,
            letter.person(),
            letter.to(),
            letter.language(),
            document.title(),
            wording.lines(values));
    try {
      return new Made(
          document,
          letter.language(),
          ContentKind.PDF,
          pdf.make(page.xhtml()),
          new Sheet(page.seen(wording.lines(values.marking())), values.given().left()));
    } catch (PageFault fault) {
      throw new Refused("words", fault.text());
    }
  }

  private Filled values(
      Viewer viewer, CaseFileId file, NewLetter letter, Language language, Set<String> names) {
    Given given =
        fields.given(
            viewer,
            new TemplateData.Wanted(file, letter.person(), letter.to(), names, language.locale()));
    Map<String, Set<String>> columns = fields.known().lists();
    return new Filled(given, columns, language, messages, false);
  }
}
