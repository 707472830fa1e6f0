package org.opora.itest;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.opora.driver.Product;
import org.opora.itest.support.Bookings;
import org.opora.itest.support.Centre;
import org.opora.itest.support.Kept;

/**
 * Writes the centre with which {@link FormerBuildIT} begins. Not a test of every run: called by its
 * name on a build that goes out, so that the next one starts on what this one wrote.
 */
class KeepCentre {

  @Test
  void keep() throws IOException {
    Product product = Product.fresh("kept");
    Centre.Held held;
    String contact;
    try (product) {
      product.start();
      Centre centre = Centre.movesIn(product);
      product.installModules();
      contact = Bookings.book(centre.director(), "Ředitelová");
      held = centre.held(centre.visit("Zálohovaní"));
    }
    Kept.keep(product.data(), held, contact);
  }
}
