package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;

/**
 * What a key worker writes down in the rooms around the file of a family: each form opens, refuses
 * what is missing beside its field, and takes what is whole.
 */
final class RoomSteps {
  private static final String PERSON = "/people/[^/]+";
  private final Desk worker;
  private final Gallery gallery;
  private final String file;
  private final List<String> taken = new ArrayList<>();

  /**
   * @param file path of the family
   */
  RoomSteps(Desk worker, Gallery gallery, String file) {
    this.worker = worker;
    this.gallery = gallery;
    this.file = file;
  }

  void aChildsPeopleAndPapersAreWrittenDown() {
    String child = link(file, "main .chips a[href^='/people/']");
    fill(
        "relative",
        child + "/kin/new",
        "role",
        desk ->
            desk.tick("other", "new")
                .type("new-given", "Božena")
                .type("new-family", "Slavíková")
                .choose("role", "GRANDPARENT"),
        Pattern.quote(child) + "/kin");
    worker.reads("#relatives", "Božena Slavíková");
    worker.open(file + "/family").reads("main", "Božena Slavíková");
    take("family");
    fill(
        "reach",
        child + "/reach/new",
        "detail",
        desk -> desk.choose("kind", "PHONE").type("detail", "777 123 456"),
        PERSON);
    worker.reads("#reach", "777 123 456");
    fill(
        "representative",
        child + "/legal/representatives/new",
        "role",
        desk -> desk.choose("role", "GUARDIAN").type("name", "Město Podhorsko"),
        Pattern.quote(child) + "/legal");
    worker.reads("main", "Město Podhorsko");
    fill(
        "disability",
        child + "/disability/new",
        "since",
        desk -> desk.choose("degree", "II").type("since", "2026-01-01"),
        PERSON);
  }

  void whatHappenedAndWhatIsAskedForIsWrittenDown() {
    fill(
        "incident",
        file + "/incidents/new",
        "what",
        desk ->
            desk.choose("kind", "INJURY")
                .type("place", "Dětské hřiště")
                .type("what", "Spadl z houpačky a odřel si koleno."),
        "/incidents/[^/]+");
    worker.reads(".panel", "Spadl z houpačky");
    fill(
        "request",
        file + "/requests/new",
        "wish",
        desk ->
            desk.tick("right", desk.find("[name=right]").first().getAttribute("value"))
                .type("wish", "Tři dny odlehčení o prázdninách."),
        Pattern.quote(file) + "/requests/[^/]+");
    worker.reads(".panel", "Tři dny odlehčení");
    fill(
        "inquiry",
        "/inquiries/new",
        "name",
        desk -> desk.type("name", "Manželé Novotní").type("phone", "777 654 321"),
        "/inquiries/[^/]+");
    worker.reads(".panel", "Manželé Novotní");
  }

  /**
   * @param name of the key worker
   */
  void theWorkerLooksAtTheOwnSheetAndAtTheHouse(String name) {
    String sheet = link("/staff", "main a[href^='/staff/']:text('" + name + "')");
    fill(
        "conflict",
        sheet + "/conflicts/new",
        "whom",
        desk -> desk.type("whom", "Rodina Malých").type("relation", "sousedka"),
        Pattern.quote(sheet));
    worker.reads("#conflicts", "Rodina Malých");
    worker.open("/directory").readsNothingOf("a[href='/directory/new']");
    take("directory");
    worker.open("/house/mandate").readsNothingOf("a[href='/house/mandate/new']");
    take("mandate");
  }

  /** The pictures of all of it, at a desk and on a telephone. */
  void allOfItIsInTheGallery() {
    assertEquals(
        List.of(), taken.stream().filter(name -> gallery.pictures(name).size() < 2).toList());
  }

  private String link(String page, String selector) {
    return worker.open(page).find(selector).first().getAttribute("href");
  }

  private void fill(String name, String form, String missing, Consumer<Desk> typing, String home) {
    worker.open(form);
    take(name + "-form");
    worker.use("main button.save").reads("#e-" + missing, "");
    taken.add(gallery.glimpse(worker, name + "-refused"));
    typing.accept(worker);
    worker.save().onPath(home);
    take(name);
  }

  private void take(String name) {
    gallery.take(worker, name);
    taken.add(name);
  }
}
