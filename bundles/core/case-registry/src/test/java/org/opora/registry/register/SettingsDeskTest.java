package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.api.staff.Staff;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.OnEveryDatabase;

/** Numbers of a centre: usual until decided, dated, kept by whom they belong to. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsDeskTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate LATER = TODAY.plusMonths(1);
  private static final String WHY = "Zkouška.";

  @Parameter Product product;
  private Register register;
  private SettingsDesk desk;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    desk =
        new SettingsDesk(
            register.access.access(),
            new SettingsBook(register.tx, register.access.audit(), register.staff));
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  /** A number of its own. */
  private static Setting setting(String id, String keeper) {
    return new Setting(
        id,
        keeper,
        Refusals.text("emergency.hours.title"),
        Refusals.text("emergency.hours.lead"),
        Refusals.text("emergency.hours.is"),
        4,
        1,
        12);
  }

  private void decide(Viewer viewer, LocalDate from, Map<Setting, Integer> numbers) {
    Setting any = numbers.keySet().iterator().next();
    desk.decide(viewer, desk.view(director, any).version(), from, WHY, numbers);
  }

  private static String refused(Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    return refused.field() + ": " + refused.text().key();
  }

  @Test
  void itIsUsualUntilItIsDecidedAndHoldsFromItsDayOn() {
    Setting setting = setting("trial.hours", null);
    assertEquals(4, desk.number(setting, TODAY));
    decide(director, LATER, Map.of(setting, 6));
    assertEquals(4, desk.number(setting, LATER.minusDays(1)));
    assertEquals(6, desk.number(setting, LATER));
    // Decided once more for the same day: the later decision holds, both stay.
    decide(director, LATER, Map.of(setting, 8));
    assertEquals(8, desk.number(setting, LATER));
    Settings.View view = desk.view(worker, setting);
    assertEquals(4, view.number());
    assertEquals(List.of(8, 6), view.history().stream().map(Settings.Decision::number).toList());
    assertEquals(
        register.staff.names(Set.of(director.staff())).get(director.staff()),
        view.history().get(0).by());
  }

  @Test
  void whatIsDecidedHoldsWithinTheBoundsThereAreNow() {
    Setting setting = setting("trial.narrow", null);
    decide(director, TODAY, Map.of(setting, 12));
    Setting narrower =
        new Setting(
            setting.id(), null, setting.title(), setting.explanation(), setting.unit(), 4, 1, 5);
    assertEquals(5, desk.number(narrower, TODAY));
    assertEquals(
        List.of(5),
        desk.view(director, narrower).history().stream().map(Settings.Decision::number).toList());
  }

  @Test
  void ofSeveralOnlyWhatIsNewIsWritten() {
    Setting one = setting("trial.one", null);
    Setting other = setting("trial.other", null);
    decide(director, TODAY, Map.of(one, 5, other, 6));
    decide(director, TODAY, Map.of(one, 5, other, 7));
    assertEquals(1, desk.view(director, one).history().size());
    assertEquals(2, desk.view(director, other).history().size());
    assertEquals(
        "one: refused.settings-same", refused(() -> decide(director, TODAY, Map.of(one, 5))));
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() {
    Setting setting = setting("trial.wrong", null);
    for (Integer wrong : Arrays.asList(0, 13, null)) {
      Map<Setting, Integer> numbers = new HashMap<>();
      numbers.put(setting, wrong);
      assertEquals("wrong: setting.refused.range", refused(() -> decide(director, TODAY, numbers)));
    }
    Map<Setting, Integer> five = Map.of(setting, 5);
    assertEquals(
        "from: emergency.refused.past", refused(() -> decide(director, TODAY.minusDays(1), five)));
    assertEquals("from: refused.required", refused(() -> decide(director, null, five)));
    long version = desk.view(director, setting).version();
    assertEquals(
        "why: refused.required", refused(() -> desk.decide(director, version, TODAY, " ", five)));
    decide(director, TODAY, five);
    assertThrows(Stale.class, () -> desk.decide(director, version, TODAY, WHY, Map.of(setting, 6)));
  }

  @Test
  void itsBoundsAreAmongWhatCanBeDecided() {
    Setting setting = setting("trial.bounds", null);
    decide(director, TODAY, Map.of(setting, 1));
    decide(director, TODAY, Map.of(setting, 12));
    assertEquals(12, desk.number(setting, TODAY));
    assertThrows(
        IllegalArgumentException.class,
        () -> desk.decide(director, 0, TODAY, WHY, Map.of()),
        "nothing to decide is no decision");
  }

  /** One bundle that fails, or brings what is there already, does not close the page of all. */
  @Test
  void whatABundleBringsWronglyIsLeftOut() {
    Map<String, CentreSettings> brought =
        Map.of(
            "org.opora.a", () -> List.of(setting("trial.first", null)),
            "org.opora.b",
                () -> {
                  throw new IllegalStateException("broken");
                },
            "org.opora.c", () -> Arrays.asList(setting("trial.second", null), null),
            "org.opora.d", () -> null,
            "org.opora.e", () -> List.of(setting("trial.first", "x.y"), setting("trial.e", null)));
    SettingsDesk all =
        new SettingsDesk(
            register.access.access(),
            new SettingsBook(register.tx, register.access.audit(), register.staff),
            brought);
    List<Setting> shown = all.all(director).stream().map(Settings.View::setting).toList();
    assertEquals(List.of("trial.e", "trial.first"), shown.stream().map(Setting::id).toList());
    assertNull(shown.get(1).keeper(), "of two that of the first bundle holds");
    assertEquals("trial.first", all.one(director, "trial.first").setting().id());
    assertThrows(NotFound.class, () -> all.one(director, "trial.second"));
  }

  @Test
  void itIsDecidedForTheHouseOrByItsKeeper() {
    Setting house = setting("trial.house", null);
    Setting kept = setting("trial.kept", Staff.READ);
    assertThrows(NotAllowed.class, () -> decide(worker, TODAY, Map.of(house, 5)));
    assertThrows(NotAllowed.class, () -> decide(worker, TODAY, Map.of(house, 5, kept, 5)));
    decide(worker, TODAY, Map.of(kept, 5));
    assertEquals(5, desk.number(kept, TODAY));
    Viewer reception = register.viewer("reception");
    assertThrows(NotAllowed.class, () -> desk.view(reception, house));
    assertEquals(5, desk.view(reception, kept).number());
    assertThrows(NotAllowed.class, () -> desk.all(reception));
    assertThrows(NotFound.class, () -> desk.one(director, "trial.kept"));
  }
}
