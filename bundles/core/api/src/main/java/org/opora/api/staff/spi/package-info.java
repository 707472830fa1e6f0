/** What a law pack says about the staff of a centre. */
@Export
@Version("1.1.0")
package org.opora.api.staff.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
