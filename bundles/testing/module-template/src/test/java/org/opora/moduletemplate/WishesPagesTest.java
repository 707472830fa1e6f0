package org.opora.moduletemplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.module.spi.Module;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.RouteSet;
import org.opora.modulekit.PagesContract;
import org.opora.modulekit.Walk;
import org.opora.moduletemplate.application.WishBook;
import org.opora.moduletemplate.contributions.WishesPersonData;
import org.opora.moduletemplate.persistence.TemplateSchema;
import org.opora.moduletemplate.web.WaitingRoutes;
import org.opora.moduletemplate.web.WishRoutes;
import org.opora.registry.register.Register;
import org.opora.testkit.BundleTexts;

/** A walk through the pages of the module, as a key worker takes it. */
class WishesPagesTest extends PagesContract {
  private static final String HOME = TemplateModule.HOME;

  @Override
  protected Module module() {
    return new TemplateModule();
  }

  @Override
  protected Schema schema() {
    return new TemplateSchema();
  }

  @Override
  protected List<RouteSet> routes(Register register, BundleTexts texts) {
    WishBook book = new WishBook(register);
    return List.of(
        new WishRoutes(book.wishes, book.reader, register.files, book.choices),
        new WaitingRoutes(book.reader));
  }

  @Override
  protected List<PersonDataOwner> owners(Register register, Transactions unit) {
    return List.of(new WishesPersonData(new WishBook(register, unit).ofPeople));
  }

  @Override
  protected void walk(Walk walk) {
    Viewer worker = walk.viewer("key-worker");
    Register.Family family = walk.family(worker, "Přející");
    String file = HOME + "/files/" + family.file();
    walk.doors().open(worker, HOME);
    walk.doors().open(worker, HOME + "/card");
    walk.doors().open(worker, file);
    walk.doors().open(worker, file + "/new");
    String typed = "Jednou k moři.";
    String again = walk.doors().refused(worker, 422, file + "/new", "words", typed, "on", "zítra");
    assertTrue(again.contains(typed), "nothing typed is lost");
    walk.doors()
        .post(
            worker,
            file + "/new",
            "on",
            "2026-11-01",
            "child",
            family.child().toString(),
            "kind",
            "TOGETHER",
            "words",
            typed);
    walk.doors().post(worker, file + "/new", "on", "2026-11-02", "kind", "THING", "words", "Psa.");
    assertTrue(walk.doors().open(worker, file).contains(typed));
    String list = walk.doors().open(worker, HOME);
    String wish = list.substring(list.indexOf(HOME + "/wishes/")).split("\"")[0];
    assertTrue(walk.doors().open(worker, wish).contains("Psa."));
    String form = walk.doors().open(worker, wish + "/edit");
    String version = form.split("name=\"version\" value=\"")[1].split("\"")[0];
    String[] change = {"on", "2026-11-02", "kind", "THING", "words", "Velkého psa."};
    walk.doors().post(worker, wish + "/edit", with(change, "version", version));
    String stale =
        walk.doors().refused(worker, 422, wish + "/edit", with(change, "version", version));
    assertTrue(stale.contains("Velkého psa."), "what stands there now is shown");
    walk.doors().open(worker, wish + "/edit");
    String now = String.valueOf(Long.parseLong(version) + 1);
    walk.doors()
        .post(worker, wish + "/edit", with(change, "version", now, "answered", "2026-11-02"));
    assertTrue(!walk.doors().open(worker, HOME).contains("psa."), "it waits no more");
    walk.doors().open(worker, HOME + "/card");
    assertEquals(1, lines(walk.doors().open(worker, HOME)));
  }

  private static String[] with(String[] fields, String... more) {
    String[] all = Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  private static int lines(String page) {
    return page.split("/m/module-template/wishes/", -1).length - 1;
  }
}
