package org.opora.testkit;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Draws the seed of the properties of a class anew for every run and prints it: each run tries
 * others, and any of them can be had once more with {@code -Dopora.seed} and what was printed.
 */
public final class SeedOfRun implements AroundPropertyHook {
  private static final String SEED =
      System.getProperty("opora.seed", Integer.toString(new Random().nextInt(Integer.MAX_VALUE)));

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    String name = context.containerClass().getSimpleName() + "." + context.targetMethod().getName();
    context.attributes().setSeed(SEED);
    PropertyExecutionResult result = property.execute();
    System.out.println("seed " + SEED + ": " + name);
    if (!result.seed().equals(Optional.of(SEED))) {
      throw new IllegalStateException(name + " ran with the seed " + result.seed());
    }
    return result;
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
