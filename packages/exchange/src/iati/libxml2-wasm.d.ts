/** The little of the library that the check against the official schema uses; it is there in tests only. */
declare module 'libxml2-wasm' {
  export enum ParseOption {
    XML_PARSE_NONET = 2048,
    XML_PARSE_BIG_LINES = 4194304,
    XML_PARSE_NO_XXE = 8388608,
  }
  export class XmlDocument {
    static fromBuffer(source: Uint8Array, options?: { url?: string; option?: ParseOption }): XmlDocument
    dispose(): void
  }
  /** `validate` throws an error whose message says where what is not valid. */
  export class XsdValidator {
    static fromDoc(schema: XmlDocument): XsdValidator
    validate(document: XmlDocument): void
    dispose(): void
  }
  export class XmlBufferInputProvider {
    constructor(files: Record<string, Uint8Array>)
  }
  export function xmlRegisterInputProvider(provider: XmlBufferInputProvider): boolean
  export function xmlCleanupInputProvider(): void
}
