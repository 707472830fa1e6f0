/** What a bundle does when something becomes of an account. */
@Export
@Version("1.0.0")
package org.opora.api.access.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
