package org.opora.modulekit;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.DefaultAttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks on while templates become pages, and notes what they ask for in vain: a part that a record
 * does not have, and a name that nobody has given. The engine itself leaves a gap in the page for
 * either, and so would a page that nobody looks at.
 */
final class Onlooker extends AbstractExtension implements AttributeResolver {
  private final AttributeResolver engine = new DefaultAttributeResolver();
  private final Set<String> parts = new TreeSet<>();
  private final Set<String> missed = new TreeSet<>();
  private final Set<String> given = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  /** What a template can ask for, with this one listening. */
  Map<String, Object> over(Map<String, Object> model) {
    given.addAll(model.keySet());
    return new Listening(model);
  }

  @Override
  public List<AttributeResolver> getAttributeResolver() {
    return List.of(this);
  }

  /** Comes before the engine, and lets it answer. */
  @Override
  public ResolvedAttribute resolve(
      Object instance,
      Object attribute,
      Object[] arguments,
      ArgumentsNode given,
      EvaluationContextImpl context,
      String template,
      int line) {
    seen.add(template);
    ResolvedAttribute answer =
        engine.resolve(instance, attribute, arguments, given, context, template, line);
    if (answer == null && instance != null && !(instance instanceof Map)) {
      parts.add(
          template
              + ".peb line "
              + line
              + " asks "
              + instance.getClass().getSimpleName()
              + " for "
              + attribute);
    }
    return answer;
  }

  /** Templates that asked for anything, also those whose names only the handlers know. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  /**
   * @param classes of the bundle whose templates they are
   * @return a sentence for everything that was asked for in vain
   */
  List<String> faults(Path classes) {
    Set<String> introduced = Templates.introduced(classes);
    Set<String> faults = new TreeSet<>(parts);
    missed.stream()
        .filter(name -> !given.contains(name))
        .filter(name -> !introduced.contains(name))
        .filter(name -> !Templates.ofTheShell(name))
        .forEach(name -> faults.add("a template asks for " + name + ", which no handler gives"));
    return List.copyOf(faults);
  }

  private final class Listening extends HashMap<String, Object> {
    private static final long serialVersionUID = 1;

    Listening(Map<String, Object> model) {
      super(model);
    }

    @Override
    public Object get(Object name) {
      if (!containsKey(name)) {
        missed.add(String.valueOf(name));
      }
      return super.get(name);
    }
  }
}
