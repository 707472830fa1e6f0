package org.opora.documents.letters.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.documents.spi.TemplateData.Why;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.letters.application.NewLetter;
import org.opora.documents.letters.application.WordFaults;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.shared.web.AddresseeField;
import org.opora.documents.shared.web.Pages;
import org.opora.documents.templates.application.FieldBook;
import org.opora.documents.templates.domain.Language;

/** A letter is written, looked at as its recipient would see it, and put among the documents. */
final class LetterPages {
  /** What a form says that was looked at. */
  private static final String STEP = "step";

  /** What a form says of the letter that was looked at. */
  private static final String LOOKED = "looked";

  private static final String SAVE = "save";
  private static final String EDIT = "edit";
  private final LetterDesk desk;
  private final FieldBook fields;
  private final CaseFiles files;
  private final AddresseeField to;
  private final Messages messages;

  LetterPages(
      LetterDesk desk, FieldBook fields, CaseFiles files, AddresseeField to, Messages messages) {
    this.desk = desk;
    this.fields = fields;
    this.files = files;
    this.to = to;
    this.messages = messages;
  }

  /** A piece of a line; {@code left} says why nothing stands there. */
  public record Piece(String words, Text title, Text left) {}

  /** A line of the preview. */
  public record Row(String look, List<Piece> pieces) {}

  /** What was left out besides. */
  public record Out(Text title, Text why, int rows) {}

  Reply blank(Request request) {
    return form(request, null, List.of());
  }

  /** Shows the letter first; what was looked at is kept. */
  Reply write(Request request) {
    CaseFiles.Header header = files.header(request.viewer(), file(request));
    Form form = request.form();
    if (form.raw(STEP).equals(EDIT)) {
      return form(request, form, List.of()).keepingDraft();
    }
    NewLetter letter = letter(request, header, form);
    if (form.valid()) {
      try {
        return form.raw(STEP).equals(SAVE)
            ? save(request, header, form, letter)
            : preview(request, header, form, letter, null);
      } catch (WordFaults faults) {
        form.error("words", Pages.text("letter.faults", faults.texts().size()));
        return form(request, form, faults.texts());
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return form(request, form, List.of());
  }

  /** What is not what was looked at, or was not looked at, is looked at first. */
  private Reply save(Request request, CaseFiles.Header header, Form form, NewLetter letter)
      throws WordFaults {
    try {
      DocumentId id = desk.write(request.viewer(), header.id(), letter, form.raw(LOOKED));
      return Reply.to("/documents/" + id, Pages.text("letter.written"));
    } catch (Stale changed) {
      return preview(request, header, form, letter, Pages.text("letter.changed"));
    }
  }

  private NewLetter letter(Request request, CaseFiles.Header header, Form form) {
    UUID template = form.id("template");
    UUID person = form.id("person");
    String title = form.requiredLine("title");
    Reader reader = to.read(request, header, null, form);
    Language language = template == null ? form.requiredChoice("language", Language.class) : null;
    String words = form.text("words", LetterDesk.LONGEST_WORDS);
    if (template == null && words == null) {
      form.error("words", "form.required");
    }
    return new NewLetter(
        template, reader, person == null ? null : new PersonId(person), title, language, words);
  }

  private Reply preview(
      Request request, CaseFiles.Header header, Form form, NewLetter letter, Text changed)
      throws WordFaults {
    LetterDesk.Draft draft = desk.draft(request.viewer(), header.id(), letter);
    shows(request, header);
    Map<String, Object> model = new HashMap<>();
    model.put("file", header);
    model.put("form", form);
    model.put("changed", changed);
    model.put("to", letter.to().name());
    model.put("title", letter.title());
    model.put("content", draft.content().name());
    model.put(LOOKED, draft.looked());
    model.put("rows", rows(draft.sheet(), true));
    model.put("out", out(draft.sheet(), true));
    model.put("unknown", draft.unknown().stream().map(this::title).toList());
    model.put(
        "sent",
        Stream.of("template", "to", "to-name", "to-body", "person", "title", "language", "words")
            .map(name -> new Choice(name, form.raw(name)))
            .toList());
    return Reply.page("letter-preview", model).keepingDraft();
  }

  /** The letter that a document is, as it leaves. */
  Reply seen(Request request) {
    LetterDesk.Seen seen = desk.seen(request.viewer(), new DocumentId(request.id("document")));
    Pages.shows(request, seen.document().place());
    Map<String, Object> model = new HashMap<>();
    model.put("line", seen.document());
    model.put("number", seen.number());
    model.put("to", seen.to());
    model.put("language", seen.language().locale().getLanguage());
    model.put("rows", rows(seen.sheet(), false));
    model.put("out", out(seen.sheet(), false));
    return Reply.page("letter-seen", model);
  }

  /**
   * @param writing whether whoever reads it is writing it
   */
  private List<Row> rows(Sheet sheet, boolean writing) {
    return sheet.lines().stream()
        .map(
            line ->
                new Row(
                    line.look().name(),
                    line.pieces().stream().map(one -> piece(one, writing)).toList()))
        .toList();
  }

  private Piece piece(Sheet.Piece piece, boolean writing) {
    return piece.key() == null
        ? new Piece(piece.words(), null, null)
        : new Piece(null, title(piece.key()), why(piece.why(), writing));
  }

  /** Whole rows; single fields stand marked in their lines. */
  private List<Out> out(Sheet sheet, boolean writing) {
    return sheet.left().stream()
        .filter(left -> left.rows() > 0)
        .map(left -> new Out(title(left.key()), why(left.why().name(), writing), left.rows()))
        .toList();
  }

  /** What the writer may not see, somebody who reads it later perhaps may. */
  private static Text why(String why, boolean writing) {
    boolean own = writing && why.equals(Why.NOT_SEEN.name());
    return Pages.text(own ? "letter.left.you" : "letter.left." + why);
  }

  /** Of a field that nobody brings any more, its name is all that is known. */
  private Text title(String key) {
    Text title = fields.known().title(key);
    return title == null ? Pages.text("letter.field", key) : title;
  }

  private Reply.Page form(Request request, Form form, List<Text> faults) {
    CaseFiles.Header header = files.header(request.viewer(), file(request));
    shows(request, header);
    Locale locale = request.locale();
    Map<String, Object> model = new HashMap<>();
    model.put("file", header);
    model.put("form", form);
    model.put("faults", faults);
    model.put("lines", fields.known().lines());
    model.put(
        "templates",
        desk.templates(request.viewer()).stream()
            .map(
                one ->
                    new Choice(
                        one.version().toString(),
                        messages.text(
                            locale,
                            "letter.template.option",
                            one.name(),
                            messages.text(locale, "template.language." + one.language()))))
            .toList());
    model.put(
        "addressees", to.options(request, header, null, messages.text(locale, "addressee.other")));
    model.put("bodies", to.bodies(request, form, messages.text(locale, "addressee.none")));
    model.put("people", people(header));
    model.put("language", Language.of(locale));
    model.put(
        "languages",
        Arrays.stream(Language.values())
            .map(one -> new Choice(one.name(), messages.text(locale, "template.language." + one)))
            .toList());
    return Pages.status(Reply.page("letter-form", model), form);
  }

  private static List<Choice> people(CaseFiles.Header header) {
    List<Choice> people = new ArrayList<>();
    header
        .children()
        .forEach(one -> people.add(new Choice(one.person().toString(), one.name().spoken())));
    header
        .carers()
        .forEach(one -> people.add(new Choice(one.person().toString(), one.name().spoken())));
    return people;
  }

  private static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  private static void shows(Request request, CaseFiles.Header header) {
    request.shows(
        Stream.of(
                Stream.of(Subject.of(header.id())),
                header.children().stream().map(child -> Subject.of(child.file())),
                header.carers().stream().map(carer -> Subject.of(carer.person())))
            .flatMap(subjects -> subjects)
            .toList());
  }
}
