package org.opora.documents.store.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.DocumentId;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.documents.DocumentsModule;
import org.opora.documents.letters.application.Bureau;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Turns;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** The pages of the store, made by the engine of the shell, full and empty, before and after. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorePagesTest {
  private final PageHouse pages =
      PageHouse.of(
          Archive.TODAY, DocumentsModule.ID, DocumentsModule.class, DocumentsModule.ORIGIN);

  @Parameter Product product;
  @TempDir Path folder;
  private final Turns turns = Turns.waiting(Duration.ofMillis(50));
  private Bureau bureau;
  private Archive archive;
  private StoreRoutes routes;
  private Case opened;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    bureau = new Bureau(product, turns);
    archive = bureau.archive;
    routes =
        new StoreRoutes(
            archive.shelf,
            archive.filing,
            archive.limits,
            bureau.letters,
            archive.register.files,
            pages);
    opened = archive.opened();
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    bureau.close();
  }

  private Reply knock(Route.Method method, String pattern, Asked asked) throws Exception {
    return routes.routes().stream()
        .filter(route -> route.method() == method && route.pattern().equals(pattern))
        .findFirst()
        .orElseThrow()
        .handler()
        .handle(asked);
  }

  private Asked ofFile(Viewer viewer) {
    return Asked.by(viewer, "/").at("file", opened.family().file());
  }

  /** The page in the language of its reader; sound in all three. */
  private String page(Reply reply, Viewer viewer) {
    Reply.Page page = (Reply.Page) reply;
    for (String language : List.of("pl", "en")) {
      PageCheck.sound(
          page.template(), pages.page(page.template(), page.model(), in(viewer, language)));
    }
    String made = pages.page(page.template(), page.model(), in(viewer, "cs"));
    PageCheck.sound(page.template(), made);
    return made;
  }

  private static Viewer in(Viewer viewer, String language) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void whoHasNothingYetIsToldWhatBelongsHere() throws Exception {
    Case empty = archive.opened();
    Asked asked = Asked.by(empty.worker(), "/").at("file", empty.family().file());
    for (String pattern : List.of("/files/{file}/documents", "/files/{file}/documents/part")) {
      String page = page(knock(Route.Method.GET, pattern, asked), empty.worker());
      assertTrue(page.contains("Ve spisu zatím není žádný dokument."), page);
      assertTrue(page.contains("/documents/new"), page);
    }
  }

  @Test
  void aFormThatIsRefusedComesBackWithWhatWasTypedAndSaysWhyBesideTheField() throws Exception {
    Viewer worker = opened.worker();
    page(knock(Route.Method.GET, "/files/{file}/documents/new", ofFile(worker)), worker);
    Asked wrong =
        ofFile(worker)
            .field("title", "Rozsudek <b>")
            .field("kind", "COURT")
            .field("dated-on", "2026-10-30")
            .field("person", opened.family().child().toString())
            .uploading(folder, "rozsudek.pdf", new byte[] {'M', 'Z', 0, 1});
    Reply reply = knock(Route.Method.POST, "/files/{file}/documents", wrong);
    assertEquals(422, ((Reply.Page) reply).status());
    String page = page(reply, worker);
    assertTrue(page.contains("Rozsudek &lt;b&gt;"), page);
    assertTrue(page.contains("<option value=\"COURT\" selected>"), page);
    assertTrue(page.contains("<option value=\"" + opened.family().child() + "\" selected>"), page);
    assertTrue(page.contains("value=\"2026-10-30\""), page);
    assertTrue(page.contains("id=\"e-file\""), page);
    assertTrue(page.contains("Soubor je program."), page);

    Asked nothing = ofFile(worker).field("title", "Bez souboru");
    String none = page(knock(Route.Method.POST, "/files/{file}/documents", nothing), worker);
    for (String field : List.of("file", "kind", "dated-on")) {
      assertTrue(none.contains("id=\"e-" + field + "\""), field + none);
    }
    Asked noKind =
        ofFile(worker).field("dated-on", "2026-10-30").uploading(folder, "a.txt", Archive.LETTER);
    String again = page(knock(Route.Method.POST, "/files/{file}/documents", noKind), worker);
    assertTrue(again.contains("Vyberte prosím soubor ještě jednou"), again);
  }

  @Test
  void fromTheUploadToTheWithdrawal() throws Exception {
    Viewer worker = opened.worker();
    Asked good =
        ofFile(worker)
            .field("title", "Školní zpráva")
            .field("kind", "SCHOOL")
            .field("dated-on", "2026-10-30")
            .field("person", opened.family().child().toString())
            .field(
                "about",
                archive.shelf.records(worker, opened.family().file()).get(0).source().toString())
            .uploading(folder, "zprava.txt", Archive.LETTER);
    Reply.Redirect added =
        (Reply.Redirect) knock(Route.Method.POST, "/files/{file}/documents", good);
    DocumentId id =
        new DocumentId(java.util.UUID.fromString(added.path().substring("/documents/".length())));

    Asked asked = Asked.by(worker, "/").at("document", id);
    String shown = page(knock(Route.Method.GET, "/documents/{document}", asked), worker);
    assertTrue(shown.contains("Školní zpráva"), shown);
    assertTrue(shown.contains("Patří k záznamu"), shown);
    Subject childFile = Subject.of(archive.register.files.childFile(opened.family().child()));
    assertEquals(
        Set.of(childFile, Subject.of(opened.family().child())), asked.shown(), "for the trail");
    String list =
        page(knock(Route.Method.GET, "/files/{file}/documents/part", ofFile(worker)), worker);
    assertTrue(list.contains("/documents/" + id), list);

    var version = archive.shelf.view(worker, id).files().get(0).id();
    Asked taken = Asked.by(worker, "/").at("document", id).at("version", version);
    Reply.Streamed download =
        (Reply.Streamed) knock(Route.Method.GET, "/documents/{document}/versions/{version}", taken);
    assertEquals("zprava.txt", download.fileName());
    assertArrayEquals(Archive.LETTER, download.pieces().iterator().next());
    assertEquals(Archive.LETTER.length, download.length());
    assertTrue(taken.shown().contains(childFile), "for the trail");

    Asked same = Asked.by(worker, "/").at("document", id).uploading(folder, "x", Archive.LETTER);
    String refused = page(knock(Route.Method.POST, "/documents/{document}/versions", same), worker);
    assertTrue(refused.contains("To je stejný soubor jako současná verze."), refused);
    Asked newer =
        Asked.by(worker, "/")
            .at("document", id)
            .uploading(folder, "x.txt", "Jinak".getBytes(StandardCharsets.UTF_8));
    knock(Route.Method.POST, "/documents/{document}/versions", newer);

    String form =
        page(
            knock(
                Route.Method.GET,
                "/documents/{document}/withdraw",
                Asked.by(worker, "/").at("document", id)),
            worker);
    long seen = archive.shelf.view(worker, id).line().version();
    assertTrue(form.contains("name=\"version\" value=\"" + seen + "\""), form);
    Asked noReason = Asked.by(worker, "/").at("document", id).field("version", Long.toString(seen));
    Reply reply = knock(Route.Method.POST, "/documents/{document}/withdraw", noReason);
    assertTrue(page(reply, worker).contains("id=\"e-why\""));
    Asked stale =
        Asked.by(worker, "/").at("document", id).field("version", "1").field("why", "Omyl");
    String stood = page(knock(Route.Method.POST, "/documents/{document}/withdraw", stale), worker);
    assertTrue(stood.contains("Omyl"), stood);
    Asked gone =
        Asked.by(worker, "/")
            .at("document", id)
            .field("version", Long.toString(seen))
            .field("why", "Patří jiné <b>");
    knock(Route.Method.POST, "/documents/{document}/withdraw", gone);
    String after =
        page(
            knock(
                Route.Method.GET,
                "/documents/{document}",
                Asked.by(worker, "/").at("document", id)),
            worker);
    assertTrue(after.contains("Patří jiné &lt;b&gt;"), after);
    assertFalse(after.contains("/versions"), "nothing of it is opened any more");
    page(knock(Route.Method.GET, "/files/{file}/documents", ofFile(worker)), worker);
  }

  @Test
  void whoComesWhileOtherFilesAreLookedIntoIsToldSoAndLosesNothingTyped() throws Exception {
    Viewer worker = opened.worker();
    Reply reply =
        turns.one(
            () ->
                assertDoesNotThrow(
                    () -> knock(Route.Method.POST, "/files/{file}/documents", report(worker))));
    assertEquals(422, ((Reply.Page) reply).status());
    String page = page(reply, worker);
    assertTrue(page.contains("Server právě zpracovává jiné soubory."), page);
    assertTrue(page.contains("Zpráva školy"), page);
    knock(Route.Method.POST, "/files/{file}/documents", report(worker));
    assertTrue(
        archive.listed(worker, opened).stream()
            .anyMatch(id -> archive.shelf.view(worker, id).line().title().equals("Zpráva školy")));
  }

  private Asked report(Viewer worker) {
    return ofFile(worker)
        .field("title", "Zpráva školy")
        .field("kind", "SCHOOL")
        .field("dated-on", "2026-10-30")
        .uploading(folder, "zprava.txt", Archive.LETTER);
  }

  @Test
  void whatWasNotLookedIntoIsSaid() throws Exception {
    Viewer worker = opened.worker();
    String mail = "From: a@b.cz\r\nDate: Mon, 2 Feb 2026 10:00:00 +0100\r\n\r\nAhoj";
    String pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n";
    for (var said : Map.of(mail, "přílohy mailu nikdo", pdf, "údaje o autorovi").entrySet()) {
      DocumentId id =
          archive.filing.add(
              worker,
              opened.family().file(),
              new NewDocument(DocumentKind.LETTER, "Příchozí", null, Archive.TODAY, null),
              archive.sent("a", said.getKey().getBytes(StandardCharsets.UTF_8)));
      Asked one = Asked.by(worker, "/").at("document", id);
      String page = page(knock(Route.Method.GET, "/documents/{document}", one), worker);
      assertTrue(page.contains(said.getValue()), page);
      assertTrue(page.contains("/files/" + opened.family().file() + "/tab/documents"), page);
    }
  }

  @Test
  void aTitleIsCorrectedOnAPageOfItsOwn() throws Exception {
    Viewer worker = opened.worker();
    DocumentId id = archive.add(opened, DocumentKind.LETTER, opened.family().carer());
    String edit = "/documents/{document}/edit";
    String form =
        page(knock(Route.Method.GET, edit, Asked.by(worker, "/").at("document", id)), worker);
    assertTrue(form.contains("name=\"title\""), form);
    Asked empty =
        Asked.by(worker, "/").at("document", id).field("title", "").field("dated-on", "2026-10-29");
    String back = page(knock(Route.Method.POST, edit, empty), worker);
    assertTrue(back.contains("id=\"e-title\"") && back.contains("value=\"2026-10-29\""), back);
    Asked stale =
        Asked.by(worker, "/")
            .at("document", id)
            .field("version", "77")
            .field("title", "Napsáno")
            .field("dated-on", "2026-10-29");
    String stood = page(knock(Route.Method.POST, edit, stale), worker);
    assertTrue(stood.contains("Napsáno") && stood.contains("Dopis "), stood);
    long seen = archive.shelf.view(worker, id).line().version();
    Asked good =
        Asked.by(worker, "/")
            .at("document", id)
            .field("version", Long.toString(seen))
            .field("title", "Dopis <b>")
            .field("dated-on", "2026-10-29");
    knock(Route.Method.POST, edit, good);
    Asked asked = Asked.by(worker, "/").at("person", opened.family().carer());
    String tile = page(knock(Route.Method.GET, "/people/{person}/documents/tile", asked), worker);
    assertTrue(tile.contains("Dopis &lt;b&gt;"), tile);
    assertTrue(asked.shown().contains(Subject.of(opened.family().carer())), "for the trail");
    Asked nobody = Asked.by(worker, "/").at("person", archive.opened().family().carer());
    assertThrows(
        NotFound.class, () -> knock(Route.Method.GET, "/people/{person}/documents/tile", nobody));
    Case empty2 = archive.opened();
    Asked none = Asked.by(empty2.worker(), "/").at("person", empty2.family().carer());
    String nothing =
        page(knock(Route.Method.GET, "/people/{person}/documents/tile", none), empty2.worker());
    assertTrue(nothing.contains("není žádný dokument"), nothing);
  }

  @Test
  void whoOnlyReadsIsOfferedNothingElse() throws Exception {
    DocumentId id = archive.add(opened, DocumentKind.LETTER, null);
    Viewer inspector = archive.viewer("inspector");
    archive
        .register
        .house
        .relations()
        .lend(
            inspector.staff(),
            opened.file(),
            org.opora.api.access.RelationKind.reading().iterator().next(),
            Archive.TODAY,
            null,
            inspector.now().plusSeconds(3_600),
            "test:lent");
    String page =
        page(
            knock(
                Route.Method.GET,
                "/documents/{document}",
                Asked.by(inspector, "/").at("document", id)),
            inspector);
    assertFalse(page.contains("/withdraw"), page);
    assertFalse(page.contains("type=\"file\""), page);
  }

  @Test
  void theDirectorDecidesHowMuchIsLetIn() throws Exception {
    Viewer director = archive.director;
    String first =
        page(knock(Route.Method.GET, "/documents/limits", Asked.by(director, "/")), director);
    assertTrue(first.contains("Centrum zatím nerozhodlo"), first);
    Asked wrong =
        Asked.by(director, "/")
            .field("version", "0")
            .field("megabytes", "21")
            .field("of-a-file", "10")
            .field("versions", "");
    String back = page(knock(Route.Method.POST, "/documents/limits", wrong), director);
    assertTrue(back.contains("id=\"e-megabytes\"") && back.contains("id=\"e-versions\""), back);
    assertTrue(back.contains("value=\"21\""), back);
    Asked good =
        Asked.by(director, "/")
            .field("version", "0")
            .field("megabytes", "10")
            .field("of-a-file", "400")
            .field("versions", "20");
    knock(Route.Method.POST, "/documents/limits", good);
    String decided =
        page(knock(Route.Method.GET, "/documents/limits", Asked.by(director, "/")), director);
    assertTrue(decided.contains("value=\"400\""), decided);
    String stale = page(knock(Route.Method.POST, "/documents/limits", good), director);
    assertTrue(stale.contains("Největší soubor 10 MB"), stale);
  }
}
