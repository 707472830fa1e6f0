package org.opora.access.application;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.faults.Refused;

class PasswordsTest {
  private static final List<String> CONTEXT = List.of("Mgr. Žofie Kolářová", "zofie.k");

  private final PasswordRules rules = new PasswordRules();
  private final Argon2 cheap = new Argon2(new Argon2.Cost(64, 1, 1));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "krátké",
        "elevenchars",
        "heslo1234567",
        "Heslo2026!!!",
        "heslohesloheslo",
        "HesloProOporu2026",
        "123456789012",
        "aaaaaaaaaaaaa",
        "abababababab",
        "qwertzuiop123",
        "asdfghjklqwertz",
        "1q2w3e4r5t6z",
        "Passw0rd1234",
        "P@ssword2026",
        "iloveyou12345",
        "miluju maminku",
        "Slunicko2026.",
        "Sluníčko 2026",
        "MatkaPolska1918",
        "hasło123456789",
        "Warszawa2026!",
        "kochamcie1234",
        "Praha12345678",
        "kolarova12345",
        "ZofieKolarova1",
        "zofie.k zofie.k",
        "Opora centrum 2026",
        "pestounskapece",
        "PolskaPolska12"
      })
  void whatEverybodyGuessesIsRefused(String password) {
    Refused refused =
        assertThrows(Refused.class, () -> rules.check(password.toCharArray(), true, CONTEXT));
    assertEquals("password", refused.field());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modrý kolibřík chroustá mlhu",
        "žluťoučký kůň úpěl",
        "zażółć gęślą jaźń",
        "korek lampa vítr 7",
        "correct horse battery staple",
        "v pátek rybíz hoří",
        "Xq7#vR2mLp9z",
        "тысяча тихих ночей",
        "kotek piesek slonce drabina",
        "nosorožec na kole",
        "trzy ciche wiewiórki"
      })
  void whatNobodyGuessesIsTaken(String password) {
    assertDoesNotThrow(() -> rules.check(password.toCharArray(), true, CONTEXT));
  }

  @Test
  void withoutASecondFactorItIsLonger() {
    assertDoesNotThrow(() -> rules.check("rys pod šálkem".toCharArray(), true, CONTEXT));
    assertThrows(Refused.class, () -> rules.check("rys pod šálkem".toCharArray(), false, CONTEXT));
    assertDoesNotThrow(() -> rules.check("rys pod šálkem spí".toCharArray(), false, CONTEXT));
    assertThrows(Refused.class, () -> rules.check("rys a šálek".toCharArray(), true, CONTEXT));
  }

  @Test
  void thereIsAnUpperEnd() {
    assertDoesNotThrow(
        () -> rules.check("korek a houpačka ".repeat(7).toCharArray(), true, CONTEXT));
    assertThrows(
        Refused.class,
        () -> rules.check("korek a houpačka ".repeat(8).toCharArray(), true, CONTEXT));
  }

  @Test
  void aHashFitsItsPasswordOnly() {
    String hash = cheap.hash("korek lampa".toCharArray());
    assertTrue(hash.startsWith("$argon2id$v=19$m=64,t=1,p=1$"), hash);
    assertTrue(cheap.fits(hash, "korek lampa".toCharArray()));
    assertFalse(cheap.fits(hash, "korek Lampa".toCharArray()));
    assertFalse(cheap.fits(cheap.nobody(), "korek lampa".toCharArray()));
    assertNotEquals(hash, cheap.hash("korek lampa".toCharArray()), "salted");
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    String composed = "žluťoučký kůň";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertNotEquals(composed, decomposed);
    assertTrue(cheap.fits(cheap.hash(composed.toCharArray()), decomposed.toCharArray()));
  }

  @Test
  void aHashOfOtherParametersIsCheckedAndKnownAsOutdated() {
    Argon2 today = new Argon2(new Argon2.Cost(128, 2, 1));
    String old = cheap.hash("korek lampa".toCharArray());
    assertTrue(today.fits(old, "korek lampa".toCharArray()));
    assertTrue(today.outdated(old));
    assertFalse(today.outdated(today.hash("x".toCharArray())));
  }

  @Test
  void whatProtectsPeopleIsDearToGuess() {
    String hash = Argon2.strong().hash("korek lampa".toCharArray());
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
  }

  /** The vector of the reference implementation: argon2 "somesalt" -id -t 2 -k 65536 -p 1. */
  @Test
  void itIsTheArgon2OfOthers() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertTrue(cheap.fits(reference, "password".toCharArray()));
    assertFalse(cheap.fits(reference, "Password".toCharArray()));
  }
}
