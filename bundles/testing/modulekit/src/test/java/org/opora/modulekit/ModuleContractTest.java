package org.opora.modulekit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.RouteSet;
import org.opora.modulekit.broken.BrokenModule;
import org.opora.modulekit.broken.BrokenPromises;
import org.opora.modulekit.broken.BrokenRoutes;
import org.opora.modulekit.broken.BrokenSchema;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.House;

/** Every rule of the contract can be broken: here is a module that breaks them all. */
class ModuleContractTest {
  private static final Path CLASSES = Path.of("target/test-classes");
  private static final Path SOURCES = Path.of("src/test/java/org/opora/modulekit/broken");

  private final Broken broken = new Broken();

  /** As a careless author would hand it over; private, so that it is no test itself. */
  private static final class Broken extends ModuleContract {
    @Override
    protected Module module() {
      return new BrokenModule();
    }

    @Override
    protected Schema schema() {
      return new BrokenSchema();
    }

    @Override
    protected List<RouteSet> routes() {
      return List.of(new BrokenRoutes());
    }

    @Override
    protected List<DutyRules> promises() {
      return List.of(new BrokenPromises());
    }

    @Override
    Path sources() {
      return SOURCES;
    }

    @Override
    boolean ofTheHouse() {
      return true;
    }
  }

  private static String said(Executable rule) {
    return assertThrows(AssertionError.class, rule).getMessage();
  }

  @Test
  void everyRuleCanBeBroken() {
    said(broken::itsManifestAsksForTheContractsAndOffersNothing);
    said(broken::everythingLiesInItsRoom);
    assertTrue(said(broken::itsTextsAreInStep).contains("only.here is missing"));
    assertTrue(
        said(broken::itsPermissionsAreItsOwnAndShowTheItPersonNoClient).contains("broken.look"));
    assertTrue(said(broken::itsPermissionsSayWhetherTheyRead).contains("broken.look"));
    assertTrue(
        said(broken::itsPermissionsAreReviewedOrGivenToSomebodyInWords).contains("for nobody"));
    assertTrue(said(broken::itsActsAreItsOwnAndInWords).contains("foreign.guest.add"));
    assertTrue(
        said(broken::itsRoutesLieBelowItsOwnPathBehindItsOwnPermissions).contains("GET /files"));
    assertTrue(said(broken::somebodyAnswersForWhatItKeepsOfPeople).contains("PersonDataOwner"));
    assertTrue(said(broken::itsTemplatesAndFilesAreThereAndUsed).contains("torn.peb"));
    assertTrue(said(broken::whatItOffersStandsWhereNothingElseDoes).contains("unheard-of"));
    assertTrue(said(broken::whatItHasForTabletsOpensOnATablet).contains("TabletWork"));
    assertTrue(
        said(broken::whatTheCentrePromisesByItIsRecordedAndInWords).contains("does not name"));
    assertTrue(said(broken::itsDoorsAreReviewed).contains("/m/broken"));
    assertTrue(said(broken::nothingOfTheTemplateIsLeft).contains("ModuleContract.java"));
    String tables = said(() -> broken.itsTablesAreMadeAndItsColumnsAreSaid(Product.DERBY));
    assertTrue(tables.contains("| GUEST.EXTRA | has no row in docs/fields.md"), tables);
  }

  @Test
  void whatIsWrongWithATableIsSaid() {
    try (House house = House.with(new BrokenSchema())) {
      List<String> faults =
          house
              .transactions("broken")
              .read(
                  em ->
                      assertDoesNotThrow(
                          () -> Tables.faults(em.unwrap(Connection.class), new BrokenSchema())));
      assertEquals(
          new TreeSet<>(
              List.of(
                  "GHOST is an entity and no table",
                  "GUEST is changed and has no version",
                  "GUEST.CAME_FROM names a file and is not among the columns of files",
                  "GUEST.CHILD names a person and is not among the columns of people",
                  "GUEST.EXTRA is read by no entity",
                  "GUEST.NICK is no column",
                  "GUEST.NOBODY is declared and no column",
                  "GUEST.WORDS is sealed and does not end in _S",
                  "ORPHAN is a table and no entity")),
          new TreeSet<>(faults));
    }
  }

  @Test
  void whatIsWrongWithATemplateIsSaid() {
    List<String> faults = Templates.faults(CLASSES, SOURCES);
    assertTrue(faults.remove(0).startsWith("torn.peb line "), "" + faults);
    assertEquals(
        List.of(
            "lost.peb names the template nowhere, which is not there",
            "lost.peb calls inptu, which shell:forms does not have",
            "lost.peb names the file gone.css, which is not there",
            "twice.peb imports f, which lost has",
            "a reply names the template absent, which is not there",
            "idle.peb is named by nobody",
            "the file idle.css is named by nobody"),
        faults);
  }

  @Test
  void whatStandsInOnePlaceIsSaid() {
    List<String> faults = new Places().with(CLASSES).faults();
    assertEquals(
        List.of(
            "modulekit names the icon unheard-of, which nobody has drawn",
            "modulekit names the icon M3 3<b>, which nobody has drawn",
            "place 1 of bundles is taken by modulekit (BrokenModule) and"
                + " modulekit (SecondReception)",
            "place 1 of the menu in SERVICES is taken by modulekit (BrokenTab) one and"
                + " modulekit (BrokenTab) two"),
        faults);
  }

  @Test
  void aReasonAnswersOneSentenceAndGoesWithIt() {
    assertEquals(List.of(), Faults.open(List.of("a is wrong"), Map.of("a is wrong", "because")));
    assertEquals(List.of("b is wrong"), Faults.open(List.of("b is wrong"), Map.of()));
    assertEquals(
        List.of("answered, and nobody asks: a is wrong"),
        Faults.open(List.of(), Map.of("a is wrong", "because")));
    assertEquals(
        List.of("answered without a reason: a is wrong"),
        Faults.open(List.of("a is wrong"), Map.of("a is wrong", " ")));
  }
}
