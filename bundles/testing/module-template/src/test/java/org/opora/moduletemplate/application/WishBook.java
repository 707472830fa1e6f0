package org.opora.moduletemplate.application;

import org.opora.api.choices.Choices;
import org.opora.api.persistence.Transactions;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.contributions.WishLists;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.register.Register;
import org.opora.testkit.BundleTexts;

/** The module put together by hand over a real register: what the container does. */
public final class WishBook {
  public final Wishes wishes;
  public final WishReader reader;
  public final WishesOfPeople ofPeople;
  public final Choices choices;

  public WishBook(Register register) {
    this(register, register.house.transactions(TemplateModule.ID));
  }

  /** Over other transactions of the same unit. */
  public WishBook(Register register, Transactions unit) {
    BundleTexts texts = new BundleTexts(TemplateModule.class, TemplateModule.ORIGIN);
    choices = new ChoiceBook(register.tx, texts).with(new WishLists(unit));
    wishes =
        new Wishes(
            unit,
            register.house.keys(),
            register.house.access(),
            register.house.audit(),
            register.people,
            register.files,
            choices,
            register.timeline,
            register.evidence,
            texts);
    reader =
        new WishReader(
            unit,
            register.house.keys(),
            register.house.access(),
            register.people,
            register.files,
            choices);
    ofPeople = new WishesOfPeople(unit, register.timeline, register.evidence, texts);
  }
}
