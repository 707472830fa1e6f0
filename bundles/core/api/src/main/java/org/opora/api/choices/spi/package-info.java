/** The lists of choices a bundle brings. */
@Export
@Version("1.0.0")
package org.opora.api.choices.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
