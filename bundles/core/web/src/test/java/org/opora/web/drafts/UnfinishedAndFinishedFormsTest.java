package org.opora.web.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.House;
import org.opora.testkit.OnEveryDatabase;

class UnfinishedAndFinishedFormsTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

  private final StaffId jana = StaffId.next();
  private final StaffId petr = StaffId.next();

  @OnEveryDatabase
  void aFormLeadsItsOwnPersonWhereItLedFirst(Product product) {
    try (House house = House.on(product, new WebSchema())) {
      FormKeys keys = new FormKeys(house.transactions("web"), house.clock());
      UUID key = FormKeys.parse("00112233445566778899aabbccddeeff").orElseThrow();
      assertEquals(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), key);
      assertEquals(Optional.empty(), keys.first(jana, key));
      keys.went(jana, key, "/files/1");
      keys.went(jana, key, "/files/2");
      assertEquals(Optional.of("/files/1"), keys.first(jana, key));
      assertEquals(Optional.empty(), keys.first(petr, key));
      house.clock().forward(Duration.ofDays(3));
      keys.went(jana, UUID.randomUUID(), "/files/3");
      assertEquals(Optional.empty(), keys.first(jana, key), "swept after two days");
    }
  }

  @OnEveryDatabase
  void aDraftIsSealedAndBelongsToOnePerson(Product product) {
    try (House house = House.on(product, new WebSchema())) {
      Transactions tx = house.transactions("web");
      Drafts drafts = new Drafts(tx, house.keys(), house.clock());
      String text = "note=" + "Anežka řekla, že se jí ve škole líbí. ".repeat(500);
      drafts.keep(jana, "visit-1", "note=first");
      drafts.keep(jana, "visit-1", text);
      drafts.keep(petr, "visit-1", "note=mine");
      assertEquals(text, drafts.find(jana, "visit-1").orElseThrow().content());
      assertEquals(house.clock().instant(), drafts.find(jana, "visit-1").orElseThrow().at());
      assertEquals("note=mine", drafts.find(petr, "visit-1").orElseThrow().content());
      byte[] stored =
          tx.read(
              em ->
                  em.createQuery(
                          "SELECT d.content FROM Draft d WHERE d.staff = :staff", byte[].class)
                      .setParameter("staff", petr.value())
                      .getSingleResult());
      assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("mine"));
      drafts.drop(jana, "visit-1");
      assertTrue(drafts.find(jana, "visit-1").isEmpty());
      assertTrue(drafts.find(petr, "visit-1").isPresent());
      house.clock().forward(Duration.ofDays(15));
      drafts.keep(petr, "visit-2", "note=new");
      assertTrue(drafts.find(petr, "visit-1").isEmpty(), "forgotten after two weeks");
    }
  }

  @OnEveryDatabase
  void theCentreKeepsItsName(Product product) {
    try (House house = House.on(product, new WebSchema())) {
      StoredCentre centre = new StoredCentre(house.transactions("web"), ZONE);
      assertEquals("", centre.name());
      assertEquals(ZONE, centre.zone());
      centre.rename("Dům u lípy");
      assertEquals("Dům u lípy", centre.name());
      assertEquals("Dům u lípy", new StoredCentre(house.transactions("web"), ZONE).name());
    }
  }
}
