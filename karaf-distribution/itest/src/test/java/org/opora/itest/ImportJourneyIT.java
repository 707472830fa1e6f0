package org.opora.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.itest.support.Browser;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;
import org.opora.itest.support.Register;

/** A centre moves in with its spreadsheet, by the page and with the keyboard only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportJourneyIT {
  private static final String IMPORT = "/import/[0-9a-f-]{36}";
  private static final String COLUMNS = IMPORT + "/columns";
  private static final String PREVIEW = "Náhled převzetí";
  private static final String RESULT = "Co vám vaše tabulka neřekla";
  private static final String FINDINGS = "main table";
  private static final String APPLY = "main form[action$='/apply'] button";

  /** What the columns of a file nobody could guess mean, in its order. */
  private static final List<List<String>> STRANGE =
      List.of(
          List.of("Karta", "701/2024", "Číslo spisu"),
          List.of("Paní", "Havránková", "Pečující 1: příjmení"),
          List.of("Jméno paní", "Božena", "Pečující 1: jméno"),
          List.of("Klient", "Vlček", "Dítě: příjmení"),
          List.of("Jak mu říkáme", "Štěpán", "Dítě: jméno"),
          List.of("Den narození", "4. 5. 2015", "Dítě: datum narození"),
          List.of("U nás od", "1. 3. 2024", "Svěřeno do péče dne"),
          List.of("Papír ze dne", "15. 3. 2024", "Dohoda uzavřena dne"));

  private final Gallery gallery = new Gallery("import");
  @TempDir private Path folder;
  private Product product;
  private Browser browser;
  private Desk director;
  private String register;
  private String strange;
  private String family;

  @BeforeAll
  void start() {
    product = Product.fresh("import-journey");
    product.start();
    People.director(product);
    browser = new Browser(product.url());
    director = browser.desk("director");
    director.open("/sign-in").type("name", People.DIRECTOR).type("password", People.PASSWORD);
    director.save().onPath("/");
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    product.close();
  }

  @Test
  @Order(1)
  void theRegisterOfACentreIsTakenOver() {
    theSpreadsheetIsChosen();
    thePreviewSaysWhatIsDoubtful();
    itsColumnsAreLookedAt();
    theFamiliesAreWrittenWhileOneWatches();
    whatTheSpreadsheetDidNotTellLeadsToTheRecords();
    twoEntriesOfOneChildAreJoined();
    anOpeningBalanceIsConfirmed();
    whatSomebodyHasConfirmedIsNotTakenBack();
  }

  private void theSpreadsheetIsChosen() {
    director.open("/import").reads(".nothing", "Zatím nebylo nic převzato");
    gallery.glimpse(director, "list-empty");
    director.use("main button.save").reads("#e-file", "Vyberte soubor");
    director.upload("file", Register.SAMPLE).use("main button.save").onPath(IMPORT);
    register = director.path();
  }

  private void thePreviewSaysWhatIsDoubtful() {
    director.reads("h1", PREVIEW).reads(".facts", "windows-1250");
    director.reads(FINDINGS, "31. 2. 2015").reads(FINDINGS, "=HYPERLINK(\"evil\")");
    director.reads("main [hx-get] table", "001/2015");
    gallery.takeOnce(director, "preview");
  }

  private void itsColumnsAreLookedAt() {
    director.follow(register + "/columns").onPath(COLUMNS);
    assertThat(director.find("[name=column-0]")).hasValue("FILE_NUMBER");
    assertThat(director.find("[name=column-15]")).hasValue("CHILD_NATIONAL_ID");
    gallery.glimpse(director, "columns");
    director.save().onPath(register).reads("h1", PREVIEW);
  }

  private void theFamiliesAreWrittenWhileOneWatches() {
    director.watch(
        IMPORT + "/progress",
        () -> director.use(APPLY).reads("h1", "Pracujeme na tom").reads("main", "Hotovo"),
        () -> {
          assertThat(director.find("main progress")).isVisible();
          gallery.glimpse(director, "progress");
        });
    director.reads("h1", RESULT).onPath(register);
  }

  private void whatTheSpreadsheetDidNotTellLeadsToTheRecords() {
    gallery.take(director, "result");
    String number = director.find(FINDINGS + " a[href^='/files/']").first().innerText();
    director.use(FINDINGS + " a[href^='/files/']").onPath("/files/[^/]+").reads("main", number);
    director.open(register);
    String name = director.find(FINDINGS + " a[href^='/people/']").first().innerText();
    director.use(FINDINGS + " a[href^='/people/']").onPath("/people/[^/]+").reads("h1", name);
    director.open(register).use(FINDINGS + " form button").onPath(register);
    director.reads("main", "Vyřízeno 1;");
  }

  private void twoEntriesOfOneChildAreJoined() {
    String compare =
        director
            .find(FINDINGS + " tr:has-text('230517/9030') a[href*='/findings/']")
            .first()
            .getAttribute("href");
    director.follow(compare).reads("h1", "Jde o jednu osobu?");
    assertThat(director.find(".panel:has-text('230517/9030')")).hasCount(2);
    gallery.take(director, "compare");
    director.use("main form[action$='/same'] button").onPath(register);
    director.reads(".notice", "vedou jako jedna osoba").reads("main", "Vyřízeno 2;");
  }

  private void anOpeningBalanceIsConfirmed() {
    director.follow("/import/balances").onPath("/import/balances");
    gallery.take(director, "balances");
    String field = director.find("main input[name^='quantity-']").first().getAttribute("name");
    director.tick("confirm", field.substring("quantity-".length())).type(field, "mnoho").save();
    director.reads("#faults a[href='#f-" + field + "']", "Zadejte číslo");
    director.reads("#e-" + field, "například 26,5");
    gallery.glimpse(director, "balances-refused");
    director.type(field, "12,5").save().reads(".notice", "Potvrzen 1 stav.");
    assertThat(director.find("main [name='" + field + "']")).hasCount(0);
  }

  private void whatSomebodyHasConfirmedIsNotTakenBack() {
    director.open(register).follow(register + "/undo").onPath(register + "/undo");
    gallery.take(director, "undo");
    director.use("main form[action$='/undo'] button").reads("#faults", "jeho práce ztratila");
    gallery.glimpse(director, "undo-refused");
    director.open(register).reads("h1", RESULT);
  }

  @Test
  @Order(2)
  void anImportOfStrangeColumnsIsTakenBack() throws IOException {
    strangeColumnsAreGivenAMeaning();
    theFamilyComes();
    theFamilyIsGoneWhenTheImportIsTakenBack();
    theMeaningIsRememberedWhateverTheOrder();
  }

  private void strangeColumnsAreGivenAMeaning() throws IOException {
    read("rodiny.csv", STRANGE).onPath(COLUMNS);
    director.use("main button.save").reads("#faults", "Vyberte aspoň příjmení pečujícího");
    gallery.glimpse(director, "columns-refused");
    for (int place = 0; place < STRANGE.size(); place++) {
      director.choose("column-" + place, STRANGE.get(place).get(2));
    }
    gallery.glimpse(director, "columns-chosen");
    director.save().onPath(IMPORT).reads("h1", PREVIEW);
    strange = director.path();
    director.reads("main [hx-get]", "Havránková");
  }

  /** Uploads a table of one row. */
  private Desk read(String name, List<List<String>> columns) throws IOException {
    String headers = String.join(";", columns.stream().map(column -> column.get(0)).toList());
    String cells = String.join(";", columns.stream().map(column -> column.get(1)).toList());
    Path file = Files.writeString(folder.resolve(name), headers + "\r\n" + cells + "\r\n");
    return director.open("/import").upload("file", file).use("main button.save");
  }

  private void theFamilyComes() {
    director.use(APPLY).onPath(strange).reads("h1", RESULT);
    director.follow(strange + "/families").reads("h1", "Rodiny").reads("main", "nová");
    gallery.take(director, "families");
    director.use("main a[href^='/files/']").onPath("/files/[^/]+");
    family = director.path();
    director.reads("main", "Havránková").reads("main", "Štěpán");
    assertTrue(found(), "the family is found");
  }

  private void theFamilyIsGoneWhenTheImportIsTakenBack() {
    director.open(strange).follow(strange + "/undo").reads("main", "nové řádky (1) zmizí");
    director.use("main form[action$='/undo'] button").onPath(strange).reads("h1", "Vzato zpět");
    gallery.take(director, "undone");
    director.open(family).reads("h1", "Tady nic není");
    assertFalse(found(), "the family is found no more");
  }

  private boolean found() {
    director.open("/").press("/").write("havrankova").leave("Enter").onPath("/search/[^/]+");
    return director.find("main a[href='" + family + "']").count() > 0;
  }

  private void theMeaningIsRememberedWhateverTheOrder() throws IOException {
    List<List<String>> turned = new ArrayList<>(STRANGE);
    Collections.reverse(turned);
    read("rodiny-znovu.csv", turned).onPath(IMPORT).reads("h1", PREVIEW);
    String again = director.path();
    director.reads("main [hx-get]", "Havránková");
    director.follow(again + "/columns").onPath(COLUMNS);
    assertThat(director.find("[name=column-0]")).hasValue("CONCLUDED_ON");
    assertThat(director.find("[name=column-7]")).hasValue("FILE_NUMBER");
    gallery.glimpse(director, "columns-remembered");
    director.open(again).use("main form[action$='/discard'] button").onPath("/import");
    director.reads(".notice", "Náhled byl zahozen");
    gallery.take(director, "list");
  }

  @Test
  @Order(3)
  void everyPageIsFitToBeSeen() {
    boolean campaign = Boolean.getBoolean("opora.campaign");
    gallery.read(director);
    for (String language : List.of("pl", "en")) {
      director.open("/").speak(language);
      gallery.read(director);
      if (campaign || language.equals("pl")) {
        gallery.look(director, gallery.seen(director));
      }
    }
    director.open("/").speak("cs");
    assertEquals(List.of(), gallery.faults());
  }

  @Test
  @Order(4)
  void nothingWentWrongUnseen() {
    director.signOut();
    assertEquals(List.of(), director.complaints());
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }
}
