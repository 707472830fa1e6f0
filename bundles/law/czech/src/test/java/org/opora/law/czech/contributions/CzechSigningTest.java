package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.legal.spi.SigningRule;
import org.opora.testkit.BundleTexts;

class CzechSigningTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private final CzechSigning law = new CzechSigning();

  @Test
  void everyMatterHasOneRuleWithItsParagraphAndItsDoubt() {
    assertEquals(
        Stream.of(Matter.values()).toList(),
        law.rules().stream().map(SigningRule::matter).sorted().toList());
    BundleTexts texts = new BundleTexts(CzechLaw.class, CzechLaw.TEXTS);
    for (Parameter<?> one : all()) {
      assertTrue(one.paragraph().startsWith("§"), one.paragraph());
      assertNotEquals(Trust.VERIFIED, one.trust(), "no source of these was read");
      assertFalse(texts.text(Locale.ENGLISH, one.source().key()).isBlank());
      assertTrue(one.holdsOn(DAY));
      assertFalse(one.holdsOn(LocalDate.of(2013, 12, 31)), "before the Civil Code");
    }
  }

  @Test
  void aCarerSignsWhatIsOrdinaryAndNothingElse() {
    for (SigningRule rule : law.rules()) {
      List<Role> order = rule.powers().get(0).value().order();
      assertEquals(rule.matter() == Matter.ORDINARY, order.contains(Role.CARER), rule.toString());
    }
    assertEquals(18, law.majority().get(0).value());
  }

  @Test
  void whoseInterestsCollideIsAskedInNoMatterBeforeTheCollisionGuardian() {
    for (SigningRule rule : law.rules()) {
      assertEquals(
          Role.COLLISION_GUARDIAN, rule.powers().get(0).value().order().get(0), rule.toString());
    }
  }

  @Test
  void thatInstitutionsActAsCarersDoIsConfirmedByNobody() {
    SigningRule ordinary =
        law.rules().stream()
            .filter(rule -> rule.matter() == Matter.ORDINARY)
            .findFirst()
            .orElseThrow();
    assertEquals(Trust.UNVERIFIED, ordinary.powers().get(0).trust());
  }

  private List<Parameter<?>> all() {
    return Stream.<List<? extends Parameter<?>>>concat(
            Stream.of(law.majority(), law.interimFirst()),
            law.rules().stream().map(SigningRule::powers))
        .<Parameter<?>>flatMap(List::stream)
        .toList();
  }
}
