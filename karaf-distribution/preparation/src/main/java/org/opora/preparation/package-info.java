/** The empty database that comes with the product, made while it is built. */
package org.opora.preparation;
