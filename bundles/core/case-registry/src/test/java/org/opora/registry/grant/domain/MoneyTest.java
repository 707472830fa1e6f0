package org.opora.registry.grant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void sumsAreReadAsPeopleWriteThem() {
    assertEquals(125_050, Money.parse("1 250,50"));
    assertEquals(125_050, Money.parse("1\u00a0250.5"));
    assertEquals(50_000, Money.parse("500,- Kč"));
    assertEquals(50_000, Money.parse("500"));
    assertEquals(5, Money.parse("0,05"));
    for (String wrong : List.of("", "-5", "1,234,5", "pět", "1e3", "12345678901", "5,123")) {
      assertThrows(IllegalArgumentException.class, () -> Money.parse(wrong), wrong);
    }
    assertEquals("1250,50", Money.typed(125_050));
    assertEquals("500", Money.typed(50_000));
    assertEquals("1250.50", Money.crowns(125_050).toPlainString());
  }

  @Test
  void anAccountWithASlipDoesNotPass() {
    assertEquals("19-2000145399/0800", BankAccount.checked(" 19-2000145399 / 0800 "));
    assertEquals("CZ6508000000192000145399", BankAccount.checked("cz65 0800 0000 1920 0014 5399"));
    assertEquals(
        "PL61109010140000071219812874", BankAccount.checked("PL61 1090 1014 0000 0712 1981 2874"));
    for (String wrong :
        List.of(
            "19-2000145398/0800",
            "18-2000145399/0800",
            "2000145399/08000",
            "0000000000/0800",
            "CZ6508000000192000145398",
            "CZ65",
            "účet")) {
      assertNull(BankAccount.checked(wrong), wrong);
    }
  }
}
