/** Requests and replies, as data. */
@Export
@Version("1.7.0")
package org.opora.api.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
