package org.opora.web.texts;

import java.util.Locale;
import java.util.Optional;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Texts for the bundle that asks. */
@Component(scope = ServiceScope.BUNDLE)
public final class BundleMessages implements Messages {
  private final Words words;
  private final String origin;
  private final Lexicon own;

  @Activate
  public BundleMessages(ComponentContext context, @Reference Lexicons lexicons) {
    this(lexicons.words(), new BundleResources(context.getUsingBundle()), lexicons);
  }

  private BundleMessages(Words words, Resources resources, Lexicons lexicons) {
    this(
        words,
        resources.origin(),
        Optional.ofNullable(lexicons.of(resources.origin()))
            .orElseGet(() -> new Lexicon(resources)));
  }

  /**
   * @param own texts of the bundle that asks
   */
  public BundleMessages(Words words, String origin, Lexicon own) {
    this.words = words;
    this.origin = origin;
    this.own = own;
  }

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return words.say(locale, own, key, arguments);
  }

  @Override
  public String text(Locale locale, Text text) {
    return words.say(locale, text);
  }

  @Override
  public boolean knows(Text text) {
    return words.knows(text);
  }

  @Override
  public Title title(String key, Object... arguments) {
    return new Title(
        text(Locale.forLanguageTag("cs"), key, arguments),
        text(Locale.forLanguageTag("pl"), key, arguments),
        text(Locale.forLanguageTag("en"), key, arguments));
  }

  @Override
  public String origin() {
    return origin;
  }
}
