/** {@code bin/opora tls} while the product runs. */
package org.opora.operations.tls.web;
