package org.opora.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.itest.support.Browser;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;

/** Somebody is called away from a half-written form, and comes back to it, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LockIT {
  private static final String FORM = "/files/new";
  private static final String FAMILY = "Slavíkovi";
  private static final String FIELD = "main [name=familyName]";
  private static final String COVER = ".locked";
  private static final String PASSWORD = "#unlock";
  private static final String TITLE = "Zamčeno";

  private final Gallery gallery = new Gallery("lock");
  private Product product;
  private Browser browser;
  private Desk desk;

  @BeforeAll
  void start() {
    product = Product.fresh("lock");
    product.start();
    People.director(product);
    browser = new Browser(product.url());
    desk = browser.desk("director");
    desk.open("/").onPath("/sign-in.*");
    desk.type("name", People.DIRECTOR).type("password", People.PASSWORD).save().onPath("/");
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (product != null) {
      product.close();
    }
  }

  @Test
  @Order(1)
  void theLockStandsAloneInThePageAndOnTheServer() {
    desk.open(FORM).type("familyName", FAMILY);
    lock();
    desk.readsNothingOf("main").readsNothingOf("nav").readsNothingOf("[name=familyName]");
    assertThat(desk.page()).hasTitle(TITLE);
    assertThat(desk.find(PASSWORD)).isFocused();
    String behind = desk.fetch("/files");
    assertTrue(behind.contains(TITLE), behind);
    assertFalse(behind.contains("class=\"menu\""), behind);
  }

  @Test
  @Order(2)
  void aWrongPasswordSaysSo() {
    desk.write("něco docela jiného").press("Enter");
    assertThat(desk.find(sentence("wrong"))).isVisible();
    assertThat(desk.find(sentence("away"))).isHidden();
    assertThat(desk.find(sentence("unreachable"))).isHidden();
    assertThat(desk.find(PASSWORD)).hasValue("");
    assertThat(desk.find(PASSWORD)).isFocused();
    gallery.glimpse(desk, "cover-wrong");
    desk.tabTo(PASSWORD).press("Enter");
    assertThat(desk.find(sentence("empty"))).isVisible();
    assertThat(desk.find(sentence("wrong"))).isHidden();
  }

  @Test
  @Order(3)
  void thePasswordBringsBackWhatWasWritten() {
    unlock();
    assertThat(desk.find(FIELD)).hasValue(FAMILY);
    assertThat(desk.page()).not().hasTitle(TITLE);
    desk.open(FORM).reads(".draft-offer", "Je tu rozepsaný text");
    desk.tabTo(".draft-offer button").press("Enter");
    assertThat(desk.find(FIELD)).hasValue(FAMILY);
  }

  @Test
  @Order(4)
  void aSecondWindowIsCoveredAtOnceAndUncoveredWithTheFirst() {
    Page other = desk.page().context().newPage();
    other.navigate(product.url() + "/files");
    desk.page().bringToFront();
    desk.open("/staff");
    lock();
    assertThat(other.locator(COVER)).isVisible();
    assertThat(other.locator("main")).hasCount(0);
    unlock();
    assertThat(other.locator("main")).isVisible();
    assertThat(other.locator(COVER)).hasCount(0);
    other.close();
  }

  @Test
  @Order(5)
  void theWayBackLeadsToTheLock() {
    desk.open("/files").open("/staff");
    lock();
    desk.page().goBack();
    desk.onPath("/lock.*").readsNothingOf(".menu").reads("main", "Přihlášená osoba");
    gallery.glimpse(desk, "page");
    desk.type("password", "něco docela jiného").save().reads("#faults", "Heslo nesouhlasí");
    desk.type("password", People.PASSWORD).save().onPath("/files");
  }

  @Test
  @Order(6)
  void nothingWentWrongUnseen() {
    assertEquals(List.of(), gallery.faults());
    assertEquals(List.of(), desk.complaints());
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  private void lock() {
    desk.tabTo("details.who summary").press("Enter").tabTo("[data-locks] button").press("Enter");
    assertThat(desk.find(COVER)).isVisible();
  }

  private void unlock() {
    desk.tabTo(PASSWORD).write(People.PASSWORD).press("Enter");
    assertThat(desk.find(COVER)).hasCount(0);
  }

  private static String sentence(String which) {
    return COVER + " [data-says=" + which + "]";
  }
}
