package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.DefaultRoles;
import org.opora.itest.support.FieldTable;
import org.opora.itest.support.FieldTable.Row;
import org.opora.itest.support.SecretFamily;
import org.opora.itest.support.Vault;

/**
 * Every field holds a word of the secret family, or the reviewed table {@code docs/fields.md} says
 * why none can stand there. What {@link SecrecyIT} asks everybody for is taken from the same table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsIT {
  private static final String WALLED = "Mgr. Zazděná Vedoucí";
  private static final String HELPER = "Bc. Předávaná Pracovnice";

  /** Why no word of a family stands in a column; the table explains them. */
  private static final Set<String> REASONS =
      Set.of(
          "list", "made", "house", "staff", "key", "later", "other", "former", "import", "module");

  private final Product product = Product.fresh("fields");
  private final Map<String, Row> table = FieldTable.reviewed().rows();
  private Map<String, Set<String>> columns;

  @BeforeAll
  void aFamilyThatIsKeptInTheDatabase() {
    product.start();
    Visitor director = People.director(product);
    product.installModules();
    Visitor walled = People.colleague(product, director, WALLED, "director");
    Visitor helper = People.colleague(product, director, HELPER, "key-worker");
    SecretFamily.writtenBy(
        director,
        new SecretFamily.Colleagues(
            walled, People.staffId(director, WALLED), helper, People.staffId(director, HELPER)));
    product.stop();
    columns = Vault.of(product).columns();
  }

  @AfterAll
  void stop() {
    product.close();
  }

  /** A column that nobody has reviewed, or one that is not there any more. */
  @Test
  void everyColumnHasARowAndEveryRowAColumn() {
    Set<String> missing = new TreeSet<>(columns.keySet());
    missing.removeAll(table.keySet());
    assertEquals(Set.of(), missing, "review and add a row each to " + FieldTable.TABLE);
    Set<String> gone = new TreeSet<>(table.keySet());
    gone.removeAll(columns.keySet());
    assertEquals(Set.of(), gone, "remove these rows from " + FieldTable.TABLE);
  }

  @Test
  void everyColumnHoldsTheWordsThatItsRowNames() {
    Map<String, String> other = new TreeMap<>();
    table.forEach(
        (column, row) -> {
          Set<String> held =
              new TreeSet<>(
                  SecretFamily.SECRETS.in(
                      String.join("\n", columns.getOrDefault(column, Set.of()))));
          if (!held.equals(new TreeSet<>(row.words()))) {
            other.put(column, held + " instead of " + row.words());
          }
        });
    assertEquals(Map.of(), other);
  }

  /** But for what the centre has forgotten again by then. */
  @Test
  void everyWordStandsSomewhere() {
    Set<String> nowhere = new TreeSet<>(SecretFamily.READ.words());
    nowhere.removeAll(FieldTable.reviewed().words());
    assertEquals(Set.of(), nowhere);
  }

  @Test
  void everyRowSaysWithWhichPermissionOrWhyNot() {
    DefaultRoles roles = DefaultRoles.reviewed();
    List<String> unsaid = new ArrayList<>();
    for (Row row : table.values()) {
      boolean said =
          row.words().isEmpty()
              ? row.readWith().isEmpty() && REASONS.contains(row.why())
              : !row.readWith().isEmpty() && row.why().equals("-");
      if (!said) {
        unsaid.add(row.column());
      }
      row.readWith().forEach(permission -> roles.reach(permission, "director"));
    }
    assertEquals(List.of(), unsaid);
    assertTrue(table.values().stream().anyMatch(row -> !row.words().isEmpty()));
  }
}
