package org.opora.operations.modules.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opora.api.access.Accounts;
import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.api.health.spi.HealthCheck.Result;
import org.opora.api.module.Strangers;
import org.opora.operations.Recorded;
import org.opora.operations.health.application.StrangersCheck;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class StrangerNewsTest {
  private final Recorded house = new Recorded();
  private final Street street = new Street();
  private final AtomicBoolean untouched = new AtomicBoolean();
  private final Accounts accounts =
      (Accounts)
          Proxy.newProxyInstance(
              Accounts.class.getClassLoader(),
              new Class<?>[] {Accounts.class},
              (self, asked, values) -> {
                assertEquals("untouched", asked.getName());
                return untouched.get();
              });
  private final StrangerNews news = new StrangerNews(street, accounts, house, house, house);

  @AfterEach
  void stop() {
    news.stop();
  }

  @Test
  void whoComesIsToldToTheTrailAndToWhoLooksAfterTheProduct() {
    street.comes("rogue 1.0.0");
    while (house.told.isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(List.of("module.stranger rogue 1.0.0"), house.noted);
    assertEquals(List.of("news.stranger[rogue 1.0.0]"), house.told);
  }

  @Test
  void beforeTheFirstAccountItWaitsForSomebodyToTell() {
    untouched.set(true);
    street.comes("rogue 1.0.0");
    while (house.noted.isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(List.of(), house.told);
    untouched.set(false);
    while (house.told.isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(List.of("news.stranger[rogue 1.0.0]"), house.told);
    assertEquals(1, house.noted.size());
  }

  @Test
  void theProductThatStopsListensNoMore() {
    news.stop();
    assertTrue(street.watchers.isEmpty());
  }

  @Test
  void theHealthPageNamesThem() {
    StrangersCheck check = new StrangersCheck(street);
    assertEquals(Level.OK, check.check().level());
    street.comes("rogue 1.0.0");
    street.comes("stranger 2.0.0");
    Result found = check.check();
    assertEquals(Level.FAULT, found.level());
    assertEquals("health.strangers.here", found.text().key());
    assertEquals(List.of("rogue 1.0.0, stranger 2.0.0"), found.text().arguments());
  }

  /** Where they come from. */
  private static final class Street implements Strangers {
    private final List<String> here = new ArrayList<>();
    private final List<Consumer<String>> watchers = new ArrayList<>();

    void comes(String name) {
      here.add(name);
      watchers.forEach(watcher -> watcher.accept(name));
    }

    @Override
    public List<String> names() {
      return here;
    }

    @Override
    public void watch(Consumer<String> watcher) {
      watchers.add(watcher);
    }

    @Override
    public void leave(Consumer<String> watcher) {
      watchers.remove(watcher);
    }
  }
}
