package org.opora.api.signatures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No contract changes unnoticed: what modules compile against stands in {@code signatures.txt}.
 * Whoever means to change it gives the package its new version and has the file written anew with
 * {@code -Dopora.signatures=write}.
 */
class SignaturesTest {
  private static final boolean WRITE = "write".equals(System.getProperty("opora.signatures"));
  private static final SignatureFile FILE = new SignatureFile(Path.of("signatures.txt"));
  private static final Contract FEW = contract("1.4.0", "A: interface", "A.a(): void");

  @Test
  void theContractsAreThoseThatWereAgreed() throws IOException {
    SortedMap<String, Contract> agreed = FILE.read();
    SortedMap<String, Contract> compiled = Compiled.in(Path.of("target/classes"));
    assertEquals(List.of(), unsaid(agreed, compiled));
    if (WRITE) {
      FILE.write(compiled);
    } else {
      assertEquals(List.of(), differences(agreed, compiled));
    }
  }

  /** Packages that changed more than their version says. */
  private static List<String> unsaid(
      SortedMap<String, Contract> agreed, SortedMap<String, Contract> compiled) {
    List<String> unsaid = new ArrayList<>();
    compiled.forEach(
        (name, now) -> {
          Contract before = agreed.get(name);
          String missing = before == null ? null : before.missing(now);
          if (missing != null) {
            unsaid.add(name + " " + now.version() + " needs " + missing);
          }
        });
    return unsaid;
  }

  private static List<String> differences(
      SortedMap<String, Contract> agreed, SortedMap<String, Contract> compiled) {
    TreeSet<String> names = new TreeSet<>(agreed.keySet());
    names.addAll(compiled.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      Contract before = agreed.getOrDefault(name, new Contract("0.0.0"));
      Contract now = compiled.getOrDefault(name, new Contract("0.0.0"));
      if (!before.version().equals(now.version())) {
        differences.add(name + ": " + before.version() + " is " + now.version());
      }
      before.lines().stream()
          .filter(line -> !now.lines().contains(line))
          .forEach(line -> differences.add(name + " - " + line));
      now.lines().stream()
          .filter(line -> !before.lines().contains(line))
          .forEach(line -> differences.add(name + " + " + line));
    }
    return differences;
  }

  @Test
  void whatIsReadIsWhatOthersSee() throws IOException {
    SortedMap<String, Contract> compiled = Compiled.in(Path.of("target/classes"));
    SortedSet<String> ids = compiled.get("org.opora.api.ids").lines();
    assertTrue(ids.contains("PersonId: record of Id"), ids::toString);
    assertTrue(ids.contains("PersonId::next(): PersonId"), ids::toString);
    assertTrue(
        compiled
            .get("org.opora.api.module.spi")
            .lines()
            .contains("Module.id(): String for consumers to implement"));
  }

  @Test
  void whoeverAddsBeginsAMinorVersion() {
    Contract more = contract("1.4.0", "A: interface", "A.a(): void", "A.b(): void");
    assertEquals("a new minor version", FEW.missing(more));
    assertNull(FEW.missing(new Contract("1.5.0", more.lines())));
    assertNull(FEW.missing(new Contract("2.0.0", more.lines())));
    assertNull(FEW.missing(FEW));
  }

  @Test
  void whoeverTakesAwayOrAsksMoreBeginsAMajorVersion() {
    Contract less = contract("1.5.0", "A: interface");
    assertEquals("a new major version", FEW.missing(less));
    assertNull(FEW.missing(new Contract("2.0.0", less.lines())));
    Contract asksMore =
        contract("1.5.0", "A: interface", "A.a(): void", Contract.toImplement("A.b(): void"));
    assertEquals("a new major version", FEW.missing(asksMore));
  }

  @Test
  void whatIsNewMayAskOfThoseWhoWillImplementIt() {
    Contract another =
        contract(
            "1.5.0",
            "A: interface",
            "A.a(): void",
            "B: interface for consumers",
            Contract.toImplement("B.b(): void"));
    assertNull(FEW.missing(another));
  }

  private static Contract contract(String version, String... lines) {
    return new Contract(version, new TreeSet<>(List.of(lines)));
  }
}
