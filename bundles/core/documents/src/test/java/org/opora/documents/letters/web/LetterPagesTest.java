package org.opora.documents.letters.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries.Addressee;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Deliveries.Delivery;
import org.opora.api.documents.Deliveries.NewDelivery;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.documents.Deliveries.Receipt;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.documents.DocumentsModule;
import org.opora.documents.deliveries.web.DeliveryRoutes;
import org.opora.documents.letters.application.Bureau;
import org.opora.documents.letters.application.NewLetter;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.Samples;
import org.opora.documents.templates.application.TemplateBook;
import org.opora.documents.templates.domain.Language;
import org.opora.documents.templates.web.TemplateRoutes;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** Templates, letters and deliveries on their pages, from the first empty one on. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterPagesTest {
  private final PageHouse pages =
      PageHouse.of(
          Archive.TODAY, DocumentsModule.ID, DocumentsModule.class, DocumentsModule.ORIGIN);

  @Parameter Product product;
  @TempDir Path folder;
  private Bureau bureau;
  private Case opened;
  private RouteSet templates;
  private RouteSet letters;
  private RouteSet deliveries;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    bureau = new Bureau(product);
    opened = bureau.archive.opened();
    var files = bureau.archive.register.files;
    templates = new TemplateRoutes(bureau.templates, bureau.fields, pages);
    letters =
        new LetterRoutes(
            bureau.letters,
            bureau.fields,
            files,
            bureau.authorities.addressees,
            bureau.authorities.bodies,
            bureau.archive.register.people,
            pages);
    deliveries =
        new DeliveryRoutes(
            bureau.deliveries,
            bureau.letters,
            bureau.archive.shelf,
            files,
            bureau.authorities.addressees,
            bureau.authorities.bodies,
            bureau.archive.register.people,
            new Named(),
            pages);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    bureau.close();
  }

  private static final class Named implements Centre {
    @Override
    public String name() {
      return "Opora Zkušební";
    }

    @Override
    public void rename(String name) {
      throw new AssertionError(name);
    }
  }

  private static Reply knock(RouteSet routes, Route.Method method, String pattern, Asked asked)
      throws Exception {
    return routes.routes().stream()
        .filter(route -> route.method() == method && route.pattern().equals(pattern))
        .findFirst()
        .orElseThrow()
        .handler()
        .handle(asked);
  }

  private String get(RouteSet routes, String pattern, Asked asked, Viewer viewer) throws Exception {
    return page(knock(routes, Route.Method.GET, pattern, asked), viewer);
  }

  private Reply post(RouteSet routes, String pattern, Asked asked) throws Exception {
    return knock(routes, Route.Method.POST, pattern, asked);
  }

  /** The page in the language of its reader; sound in all three. */
  private String page(Reply reply, Viewer viewer) {
    Reply.Page page = (Reply.Page) reply;
    String made = "";
    for (String language : List.of("pl", "en", "cs")) {
      Viewer reader =
          new Viewer(
              viewer.staff(),
              viewer.name(),
              viewer.grants(),
              Locale.forLanguageTag(language),
              viewer.zone(),
              viewer.clock(),
              viewer.requestId());
      made = pages.page(page.template(), page.model(), reader);
      PageCheck.sound(page.template(), made);
    }
    return made;
  }

  private Asked ofFile() {
    return Asked.by(opened.worker(), "/").at("file", opened.family().file());
  }

  private static UUID last(Reply reply) {
    String path = ((Reply.Redirect) reply).path();
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  void aTemplateFromTheFirstFaultToItsEnd() throws Exception {
    Viewer director = bureau.archive.director;
    String all = "/house/templates";
    String fields = get(templates, all + "/fields", Asked.by(director, "/"), director);
    assertTrue(fields.contains("{{family.name}}"), fields);
    assertTrue(fields.contains("{{children.placed}}"), fields);
    get(templates, all + "/new", Asked.by(director, "/"), director);
    Asked wrong =
        Asked.by(director, "/")
            .field("name", "Pozvánka <b>")
            .field("kind", "REPORT")
            .field("language", "PL")
            .field("from", Archive.TODAY.toString())
            .uploading(folder, "a.docx", Samples.docx("{{famly.name}}", "{{childen.name}}"));
    Reply refused = post(templates, all, wrong);
    assertEquals(422, ((Reply.Page) refused).status());
    String back = page(refused, director);
    assertTrue(back.contains("family.name") && back.contains("children.name"), back);
    assertTrue(back.contains("id=\"e-file\""), back);
    assertTrue(back.contains("Pozvánka &lt;b&gt;"), back);
    assertTrue(back.contains("<option value=\"REPORT\" selected>"), back);
    assertTrue(back.contains("<option value=\"PL\" selected>"), back);
    String nothing = page(post(templates, all, Asked.by(director, "/")), director);
    for (String field : List.of("name", "kind", "language", "from", "file")) {
      assertTrue(nothing.contains("id=\"e-" + field + "\""), field + nothing);
    }

    Asked good =
        Asked.by(director, "/")
            .field("name", "Pozvánka <b>")
            .field("kind", "LETTER")
            .field("language", "CS")
            .field("from", Archive.TODAY.toString())
            .uploading(folder, "b.docx", Samples.docx("Rodina {{family.name}}"));
    UUID id = last(post(templates, all, good));
    String list = get(templates, all, Asked.by(director, "/"), director);
    assertTrue(list.contains("Pozvánka &lt;b&gt;") && list.contains("platí"), list);
    Asked asked = Asked.by(director, "/").at("template", id);
    TemplateBook.View view = bureau.templates.view(director, id);
    UUID version = view.line().valid().id();
    get(templates, all + "/{template}", asked, director);
    String preview =
        get(
            templates,
            all + "/{template}/versions/{version}/preview",
            Asked.by(director, "/").at("template", id).at("version", version),
            director);
    assertTrue(preview.contains("‹Příjmení rodiny na deskách spisu›"), preview);
    Asked stale =
        Asked.by(director, "/")
            .at("template", id)
            .field("version", "77")
            .field("from", Archive.TODAY.toString())
            .uploading(folder, "c.docx", Samples.docx("Nově {{family.name}}"));
    assertTrue(
        page(post(templates, all + "/{template}/versions", stale), director)
            .contains("id=\"faults\""));
    Asked faulty =
        Asked.by(director, "/")
            .at("template", id)
            .field("version", Long.toString(view.line().version()))
            .field("from", Archive.TODAY.toString())
            .uploading(folder, "d.docx", Samples.docx("{{famly.name}}"));
    assertTrue(
        page(post(templates, all + "/{template}/versions", faulty), director)
            .contains("famly.name"));
    Asked end =
        Asked.by(director, "/")
            .at("template", id)
            .field("version", Long.toString(view.line().version()))
            .field("until", Archive.TODAY.toString());
    post(templates, all + "/{template}/end", end);
    assertTrue(get(templates, all, Asked.by(director, "/"), director).contains("platí do"));
  }

  @Test
  void whoHasNoTemplateYetIsToldWhatToDo() {
    Viewer director = bureau.archive.director;
    String list = page(Reply.page("templates", Map.of("templates", List.of())), director);
    assertTrue(list.contains("Centrum zatím nemá žádnou šablonu."), list);
    assertTrue(list.contains("/house/templates/new"), list);
  }

  @Test
  void aLetterIsShownFirstAndThenKept() throws Exception {
    Viewer worker = opened.worker();
    String form = get(letters, "/files/{file}/letters/new", ofFile(), worker);
    assertTrue(form.contains("{{family.name}}"), form);
    String to = "person:" + opened.family().carer();
    assertTrue(form.contains("value=\"" + to + "\""), form);
    Asked nothing = ofFile();
    String empty = page(post(letters, "/files/{file}/letters", nothing), worker);
    for (String field : List.of("to", "title", "language", "words")) {
      assertTrue(empty.contains("id=\"e-" + field + "\""), field + empty);
    }
    Asked wrong = letter(to).field("words", "Milá rodino {{famly.name}} <b>");
    String back = page(post(letters, "/files/{file}/letters", wrong), worker);
    assertTrue(back.contains("Milá rodino {{famly.name}} &lt;b&gt;"), back);
    assertTrue(back.contains("family.name"), back);

    String words = "Milá rodino {{family.name}} <b>, tel. {{person.phone}}";
    Reply shown = post(letters, "/files/{file}/letters", letter(to).field("words", words));
    assertEquals(200, ((Reply.Page) shown).status());
    assertTrue(((Reply.Page) shown).keepsDraft(), "nothing is kept yet");
    String preview = page(shown, worker);
    assertTrue(preview.contains("&lt;b&gt;, tel."), preview);
    assertTrue(preview.contains("<mark>"), preview);
    String draft = "name=\"draft-key\" value=\"letter-" + opened.family().file() + "\"";
    assertTrue(form.contains(draft) && preview.contains(draft), "the same draft");
    assertTrue(preview.contains("name=\"words\" value=\"Milá rodino {{family.name}}"), preview);
    Reply again =
        post(
            letters,
            "/files/{file}/letters",
            letter(to).field("words", words).field("step", "edit"));
    assertTrue(page(again, worker).contains("Milá rodino {{family.name}}"));
    Reply unseen =
        post(
            letters,
            "/files/{file}/letters",
            letter(to).field("words", words).field("step", "save"));
    String first = page(unseen, worker);
    assertTrue(first.contains("Podívejte se prosím a pak ho uložte"), first);
    Matcher looked = Pattern.compile("name=\"looked\" value=\"(\\w+)\"").matcher(first);
    assertTrue(looked.find(), first);
    DocumentId id =
        new DocumentId(
            last(
                post(
                    letters,
                    "/files/{file}/letters",
                    letter(to)
                        .field("words", words)
                        .field("step", "save")
                        .field("looked", looked.group(1)))));
    Asked asked = Asked.by(worker, "/").at("document", id);
    String seen = get(letters, "/documents/{document}/letter", asked, worker);
    assertTrue(seen.contains("<mark>"), seen);
    assertTrue(seen.contains("Takto je napsána verze 1 pro příjemce"), "it has not left: " + seen);
    assertTrue(
        asked.shown().containsAll(List.of(opened.file(), Subject.of(opened.family().carer()))),
        "for the trail: " + asked.shown());

    Asked other = letter("other").field("to-name", "Neznámá organizace").field("words", words);
    assertTrue(
        page(post(letters, "/files/{file}/letters", other), worker).contains("Neznámá organizace"));
    Asked nobody = letter("other").field("words", words);
    assertTrue(
        page(post(letters, "/files/{file}/letters", nobody), worker).contains("id=\"e-to-name\""));
    Asked foreign = letter("person:" + UUID.randomUUID()).field("words", words);
    assertTrue(
        page(post(letters, "/files/{file}/letters", foreign), worker).contains("id=\"e-to\""));
  }

  @Test
  void wordsBesideATemplateAreNotLost() throws Exception {
    TemplateBook.Line template = bureau.template("Obojí", Samples.docx("Milá {{family.name}}"));
    Asked both =
        letter("person:" + opened.family().carer())
            .field("template", template.valid().id().toString())
            .field("words", "Vlastní slova");
    String back = page(post(letters, "/files/{file}/letters", both), opened.worker());
    assertTrue(back.contains("id=\"e-words\"") && back.contains("Vlastní slova"), back);
  }

  private Asked letter(String to) {
    return ofFile()
        .field("to", to)
        .field("person", opened.family().carer().toString())
        .field("title", "Pozvání")
        .field("language", "CS");
  }

  @Test
  void whoIsTypedIsLookedUpInTheDirectory() throws Exception {
    bureau.authorities.authority("Úřad práce Kdesi");
    bureau.authorities.authority("Úřad práce Jinde");
    Viewer director = bureau.archive.director;
    String which = page(post(letters, "/files/{file}/letters", question(director)), director);
    assertTrue(which.contains("Úřad práce Kdesi") && which.contains("Úřad práce Jinde"), which);
    assertTrue(which.contains("id=\"e-to-body\""), which);
    Asked neither = question(director).field("to-body", "none");
    String none = page(post(letters, "/files/{file}/letters", neither), director);
    assertFalse(none.contains("id=\"faults\""), none);
  }

  private Asked question(Viewer director) {
    return Asked.by(director, "/")
        .at("file", opened.family().file())
        .field("to", "other")
        .field("to-name", "Úřad práce")
        .field("title", "Dotaz")
        .field("language", "CS")
        .field("words", "Prosíme.");
  }

  /** Values of the options of a field, by how they are called. */
  private static Map<String, String> options(String page, String field) {
    Map<String, String> options = new LinkedHashMap<>();
    Matcher select =
        Pattern.compile("<select[^>]* name=\"" + field + "\".*?</select>", Pattern.DOTALL)
            .matcher(page);
    assertTrue(select.find(), page);
    Pattern.compile("<option value=\"([^\"]*)\"[^>]*>([^<]*)</option>")
        .matcher(select.group())
        .results()
        .forEach(option -> options.put(option.group(2), option.group(1)));
    return options;
  }

  @Test
  void anOfficeKnownByItsNameStaysTheSameWhileTheListChanges() throws Exception {
    Case family = bureau.archive.opened();
    Viewer director = bureau.archive.director;
    var register = bureau.archive.register;
    CaseFileId file = family.family().file();
    PersonId leaving = register.person(director, "Adam", "Odešlý", Archive.TODAY.minusYears(50));
    register.files.addCarer(director, file, leaving, Archive.TODAY.minusDays(40));
    PersonId second = register.person(director, "Běla", "Druhá", Archive.TODAY.minusYears(8));
    register.placements.place(director, file, second, Archive.TODAY.minusDays(30), null);
    for (PersonId child : List.of(family.family().child(), second)) {
      bureau.authorities.desk.state(
          director, file, child, null, "Úřad stejný", Archive.TODAY.minusDays(5));
    }
    String all = "/files/{file}/letters";
    Asked blank = Asked.by(director, "/").at("file", file);
    Map<String, String> before = options(get(letters, all + "/new", blank, director), "to");
    String office = before.get("Úřad stejný, Běla Druhá");
    assertNotNull(office, "told from the other one by its child: " + before);
    assertNotNull(
        before.get(
            "Úřad stejný, Ema "
                + register.people.view(director, family.family().child()).name().family()),
        before.toString());
    register.files.endCarer(
        director, file, leaving, CaseFiles.Leaving.otherwise(Archive.TODAY.minusDays(1)));
    assertEquals(
        before.get("Úřad stejný, Běla Druhá"),
        options(get(letters, all + "/new", blank, director), "to").get("Úřad stejný, Běla Druhá"));
    bureau.authorities.desk.state(
        director, file, family.family().child(), null, "Úřad jiný", Archive.TODAY.minusDays(1));
    Asked sent =
        Asked.by(director, "/")
            .at("file", file)
            .field("to", office)
            .field("title", "Dotaz")
            .field("language", "CS")
            .field("words", "Prosíme.");
    String preview = page(post(letters, all, sent), director);
    assertTrue(preview.contains("Úřad stejný") && !preview.contains("Úřad jiný"), preview);
  }

  /** A field that whoever writes may not see. */
  private static final class Closed implements TemplateData {
    @Override
    public List<Field> fields() {
      return List.of(new Field("closed.field", Text.of("x", "x")));
    }

    @Override
    public Given given(Viewer viewer, Wanted wanted) {
      return new Given(Map.of(), Map.of(), List.of(new Left("closed.field", Why.NOT_SEEN, 0)));
    }
  }

  @Test
  void whatTheWriterMayNotSeeIsSaidOfTheWriter() throws Exception {
    Case family = bureau.archive.opened();
    TemplateData closed = new Closed();
    bureau.fields.addData(closed);
    try {
      Asked asked =
          Asked.by(family.worker(), "/")
              .at("file", family.family().file())
              .field("to", "person:" + family.family().carer())
              .field("title", "Pozvání")
              .field("language", "CS")
              .field("words", "Tel. {{closed.field}}");
      String preview = page(post(letters, "/files/{file}/letters", asked), family.worker());
      assertTrue(preview.contains("nesmíte to vidět"), preview);
      Reader to = Bureau.to(family.family().carer(), "Pěstounka");
      DocumentId id = written(family, to, "Tel. {{closed.field}}");
      String seen =
          get(
              letters,
              "/documents/{document}/letter",
              Asked.by(bureau.archive.director, "/").at("document", id),
              bureau.archive.director);
      assertTrue(seen.contains("kdo dopis psal, to nesměl vidět"), seen);
    } finally {
      bureau.fields.removeData(closed);
    }
  }

  @Test
  void theWordsOfAMessageAreThereBeforeItIsSentInTheLanguageOfTheLetter() throws Exception {
    Case family = bureau.archive.opened();
    DocumentId id =
        bureau.write(
            family.worker(),
            family.family().file(),
            new NewLetter(
                null,
                Bureau.to(family.family().carer(), "Pěstounka"),
                null,
                "Zaproszenie",
                Language.PL,
                "Zapraszamy."));
    Asked asked = Asked.by(family.worker(), "/").at("document", id);
    String form = get(deliveries, "/documents/{document}/deliveries", asked, family.worker());
    assertTrue(form.contains("Opora Zkušební: Przygotowaliśmy dla Państwa dokument"), form);
    Asked other = Asked.by(family.worker(), "/").at("document", bureau.archive.letter(family));
    String brought = get(deliveries, "/documents/{document}/deliveries", other, family.worker());
    assertTrue(brought.contains("Opora Zkušební: "), brought);
  }

  @Test
  void aProofThatIsGoneOrClosedIsNotOfferedToBeOpened() throws Exception {
    Case family = bureau.archive.opened();
    Viewer worker = family.worker();
    DocumentId id = bureau.archive.letter(family);
    DocumentId proof = bureau.archive.add(family, DocumentKind.SCHOOL, family.family().child());
    UUID delivery =
        bureau.deliveries.put(
            worker,
            id,
            new NewDelivery(
                new Addressee(null, null, "Škola"), Channel.EMAIL, Archive.TODAY, null));
    bureau.deliveries.delivered(
        worker,
        delivery,
        bureau.deliveries.one(worker, id, delivery).version(),
        new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, proof, null));
    assertTrue(delivery(worker, id, delivery).contains("otevřít doklad"));
    Viewer kept = bureau.archive.viewer("director");
    bureau.archive.wall(kept, Subject.of(family.family().child()));
    String closed = delivery(kept, id, delivery);
    assertTrue(closed.contains("doklad vám není přístupný"), closed);
    bureau.archive.withdraw(worker, proof, "omyl");
    String gone = delivery(worker, id, delivery);
    assertTrue(gone.contains("doklad byl odebrán"), gone);
    for (String page : List.of(closed, gone)) {
      assertFalse(page.contains("/documents/" + proof), page);
    }
  }

  private String delivery(Viewer viewer, DocumentId id, UUID delivery) throws Exception {
    return get(
        deliveries,
        "/documents/{document}/deliveries/{delivery}",
        Asked.by(viewer, "/").at("document", id).at("delivery", delivery),
        viewer);
  }

  private DocumentId written(Case of, Reader to, String words) throws Exception {
    return bureau.write(
        of.worker(),
        of.family().file(),
        new NewLetter(null, to, null, "Pozvání", Language.CS, words));
  }

  private String chosen(Case of, DocumentId id) throws Exception {
    String page =
        get(
            deliveries,
            "/documents/{document}/deliveries",
            Asked.by(of.worker(), "/").at("document", id),
            of.worker());
    Matcher option = Pattern.compile("<option value=\"([^\"]*)\" selected>").matcher(page);
    assertTrue(option.find(), page);
    return option.group(1);
  }

  @Test
  void aDeliveryGoesToWhomTheLetterWasWrittenWhateverTheyAreCalledNow() throws Exception {
    Case family = bureau.archive.opened();
    PersonId carer = family.family().carer();
    DocumentId toCarer = written(family, Bureau.to(carer, "Marie Dřívější"), "Zveme vás.");
    assertEquals("person:" + carer, chosen(family, toCarer), "she has married since");
    BodyId school = bureau.authorities.authority("Škola u lesa");
    DocumentId toSchool = written(family, Bureau.to(school, "Škola dřívější"), "Zveme vás.");
    assertEquals("body:" + school, chosen(family, toSchool), "no office of the family");
    Asked sent =
        Asked.by(family.worker(), "/")
            .at("document", toSchool)
            .field("to", "body:" + school)
            .field("channel", "EMAIL")
            .field("sent-on", Archive.TODAY.toString());
    post(deliveries, "/documents/{document}/deliveries", sent);
    Delivery delivery = bureau.deliveries.of(family.worker(), toSchool).get(0);
    assertEquals(school, delivery.sent().to().body());
    assertEquals("Škola u lesa", delivery.sent().to().name(), "as it is called now");
    DocumentId typed = written(family, Bureau.to((PersonId) null, "Soused"), "Zveme vás.");
    assertEquals("other", chosen(family, typed));
  }

  @Test
  void aDeliveryFromTheSendingToTheProof() throws Exception {
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    String all = "/documents/{document}/deliveries";
    Asked asked = Asked.by(worker, "/").at("document", id);
    String empty = get(deliveries, all, asked, worker);
    assertTrue(empty.contains("Dokument zatím nikomu neodešel."), empty);
    assertTrue(asked.shown().contains(opened.file()), "for the trail");
    String back = page(post(deliveries, all, Asked.by(worker, "/").at("document", id)), worker);
    for (String field : List.of("to", "channel", "sent-on")) {
      assertTrue(back.contains("id=\"e-" + field + "\""), field + back);
    }
    Asked good =
        Asked.by(worker, "/")
            .at("document", id)
            .field("to", "other")
            .field("to-name", "Škola <b>")
            .field("channel", "SMS")
            .field("sent-on", Archive.TODAY.minusDays(4).toString())
            .field("due-on", Archive.TODAY.minusDays(1).toString());
    UUID delivery = last(post(deliveries, all, good));
    assertTrue(get(deliveries, all, asked, worker).contains("Škola &lt;b&gt;"));
    Asked one = Asked.by(worker, "/").at("document", id).at("delivery", delivery);
    String sms = get(deliveries, all + "/{delivery}", one, worker);
    assertTrue(sms.contains("Opora Zkušební: Připravili jsme pro vás dokument"), sms);
    assertTrue(sms.contains("po lhůtě"), sms);
    Delivery sent = bureau.deliveries.of(worker, id).get(0);
    Asked noReason =
        Asked.by(worker, "/")
            .at("document", id)
            .at("delivery", delivery)
            .field("version", Long.toString(sent.version()))
            .field("outcome", "TAKEN_OVER")
            .field("delivered-on", Archive.TODAY.toString())
            .uploading(folder, "dorucenka.txt", Archive.LETTER);
    String refused = page(post(deliveries, all + "/{delivery}/delivered", noReason), worker);
    assertTrue(refused.contains("id=\"e-late-why\""), refused);
    assertTrue(refused.contains("Vyberte prosím soubor ještě jednou"), refused);
    Asked proven =
        Asked.by(worker, "/")
            .at("document", id)
            .at("delivery", delivery)
            .field("version", Long.toString(sent.version()))
            .field("outcome", "TAKEN_OVER")
            .field("delivered-on", Archive.TODAY.toString())
            .field("late-why", "Nemoc <b>")
            .uploading(folder, "dorucenka.txt", Archive.LETTER);
    assertTrue(post(deliveries, all + "/{delivery}/delivered", proven) instanceof Reply.Redirect);
    String shown = get(deliveries, all + "/{delivery}", one, worker);
    assertTrue(shown.contains("převzato"), shown);
    assertTrue(shown.contains("Nemoc &lt;b&gt;") && shown.contains("otevřít doklad"), shown);
    Delivery now = bureau.deliveries.of(worker, id).get(0);
    Asked strike =
        Asked.by(worker, "/")
            .at("document", id)
            .at("delivery", delivery)
            .field("version", Long.toString(now.version()));
    assertTrue(
        page(post(deliveries, all + "/{delivery}/strike", strike), worker)
            .contains("id=\"e-why\""));
    Asked why =
        Asked.by(worker, "/")
            .at("document", id)
            .at("delivery", delivery)
            .field("version", Long.toString(now.version()))
            .field("why", "Omyl");
    post(deliveries, all + "/{delivery}/strike", why);
    String struck = get(deliveries, all + "/{delivery}", one, worker);
    assertFalse(struck.contains("type=\"file\""), struck);
    assertTrue(struck.contains("Škrtnuto"), struck);
    assertTrue(one.shown().contains(Subject.of(opened.family().file())), "for the trail");
  }
}
