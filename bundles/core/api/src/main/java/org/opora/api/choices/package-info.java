/** Lists of choices that a centre makes its own. */
@Export
@Version("1.0.0")
package org.opora.api.choices;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
