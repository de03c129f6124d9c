// The fields of libxml2's parser are named here only: later versions deprecate some of them.

#ifndef CXML2_SHIMS_H
#define CXML2_SHIMS_H

#include <libxml/parser.h>
#include <string.h>

/// The functions that are called while a document is parsed.
typedef struct {
  startElementNsSAX2Func _Nonnull startElement;
  endElementNsSAX2Func _Nonnull endElement;
  charactersSAXFunc _Nonnull characters;
  /// Called at a DOCTYPE, before anything of it is read.
  internalSubsetSAXFunc _Nonnull documentType;
} CXML2Handler;

static inline void cxml2_ignore(void *_Nullable context, const char *_Nonnull message, ...) {
  (void)context;
  (void)message;
}

/// A parser that calls the handler with `user` and does nothing else: it makes no tree, has no entities but the five
/// predefined ones, opens no file or address and prints nothing.
static inline xmlParserCtxtPtr _Nullable cxml2_makeParser(
    CXML2Handler handler, void *_Nonnull user) {
  // Some faults of encodings belong to no parser and are printed, whatever the options of one.
  xmlSetGenericErrorFunc(NULL, cxml2_ignore);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) return NULL;
  xmlSAXHandler *sax = parser->sax;
  memset(sax, 0, sizeof(xmlSAXHandler));
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElementNs = handler.startElement;
  sax->endElementNs = handler.endElement;
  sax->characters = handler.characters;
  sax->cdataBlock = handler.characters;
  sax->ignorableWhitespace = handler.characters;
  sax->internalSubset = handler.documentType;
  parser->userData = user;
  return parser;
}

/// Parses what `read` gives until it gives nothing; 1 if all of it was well-formed.
///
/// Without XML_PARSE_HUGE the library refuses elements nested deeper than 256 and texts of more than ten million bytes.
static inline int cxml2_parse(
    xmlParserCtxtPtr _Nonnull parser, xmlInputReadCallback _Nonnull read, void *_Nonnull input) {
  xmlDocPtr document = xmlCtxtReadIO(
      parser, read, NULL, input, NULL, NULL,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  // No handler makes a document, so there is none to free.
  (void)document;
  return parser->wellFormed == 1 && parser->disableSAX == 0;
}

static inline void cxml2_stop(xmlParserCtxtPtr _Nonnull parser) { xmlStopParser(parser); }

static inline void cxml2_freeParser(xmlParserCtxtPtr _Nonnull parser) { xmlFreeParserCtxt(parser); }

#endif
