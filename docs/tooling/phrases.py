"""What the written pages say of their own, in each language of the manual; all else is said by the program."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """One language of the manual."""

    language: str
    folder: str
    """Where its pages stand, inside the manual; with a slash at the end, or empty."""

    catalogue_title: str
    catalogue_opening: str
    key: str
    value: str
    needed: str
    what: str
    yes: str
    no: str
    left_out: str
    text: str
    flag: str
    id: str
    count: str
    known_count: str
    amount: str
    day: str
    list_of: str
    one_or_list: str
    map_to: str
    one_of: str
    choice: str
    stands_in: str
    smallest: str

    checks_title: str
    checks_opening: str
    family_opening: str
    code: str
    severity: str
    problem: str
    mend: str
    wrong: str
    right: str
    told: str

    commands_title: str
    commands_opening: str


ENGLISH = Phrases(
    language="en",
    folder="",
    catalogue_title="The catalogue, key by key",
    catalogue_opening="""\
`modalities.yaml` holds every fact of a guide. This page names each of its keys, in the words that an editor shows
beside it. Examples are pieces of the smallest catalogue that is valid, the one that
[the examples of the checks](checks/README.md) change in one place each.

- The file is YAML, in UTF-8, without anchors, aliases and tags. A key that is not on this page is an error.
- An **id** is a name in kebab-case. An id that one key gives is what other keys refer to.
- A **text** may hold *emphasis*, **strong**, `code` and links where its description says Markdown, and nothing more.
- `facts` names the facts under `sources` on which a statement rests. Where no source tells, write `unknown`; never
  leave a key out to say so.
- `suppress` takes a warning back for one entry, with the reason. An error cannot be taken back.
""",
    key="Key",
    value="Value",
    needed="Needed",
    what="What it is",
    yes="yes",
    no="no",
    left_out="no; else `{default}`",
    text="text",
    flag="`true` or `false`",
    id="id",
    count="whole number",
    known_count="whole number or `unknown`",
    amount="decimal",
    day="day",
    list_of="list of {what}",
    one_or_list="{what}, or a list of them",
    map_to="map from id to {what}",
    one_of="one of {what}",
    choice="One of these words:",
    stands_in="Stands in {where}.",
    smallest="In the smallest catalogue:",
    checks_title="Every check",
    checks_opening="""\
`guia check` tells each problem with its code. These are all codes; `guia explain CODE` tells the same in a terminal.
An **error** stops the build. A **warning** or a **hint** does not, unless the build is strict; a warning can be taken
back for one entry by `suppress`, with a reason.
""",
    family_opening="""\
Each check with what it says, how to mend it, and examples. An example is the smallest valid catalogue with one change;
only the lines that matter are shown. `←` marks the line that is meant. Every example is run by a test.
""",
    code="Code",
    severity="Severity",
    problem="Problem",
    mend="How to mend it",
    wrong="Wrong",
    right="Right",
    told="`guia check` says:",
    commands_title="The command line",
    commands_opening="""\
The package brings one command, `guia`. Below is what each of its commands says of itself.

| exit code | what it means |
| --- | --- |
| 0 | all is well |
| 1 | the catalogue has errors (`guia check`: or warnings), a file compared is not up to date, or a source changed |
| 2 | the file cannot be read or written, or the arguments do not fit |
| 3 | `guia sources check`: nothing changed, but a source could not be read |
| 130 | ended by Ctrl-C |

- Where a command takes `[FILE]` and none is given, it reads `modalities.yaml` in the current folder.
- Where `mkdocs.yml` lies beside the catalogue, `guia check` reads it and the pages by hand, too: it stops at whatever a
  strict build stops at.
- `guia diff` compares by meaning: in another order, or with its lines broken elsewhere, a catalogue is the same. Every
  case of every modality is compared, and cases that change alike are one sentence.
    - A change is **worse** for whoever asks or pays (now charged, a waiver lost, a scope withdrawn, a requester
      shut out, one more thing that must come first, a longer least time, a higher rate), **better**, **neutral**
      (neither, or nobody can tell), or of **words** only. What prose means only people can tell: a sentence in
      which a number, a negation or a word such as “free” comes or goes is shown as neutral, any other as words.
    - Entries are matched by their ids: another name is other words, and an id that the new one has among its
      `earlier_ids` is the same entry.
    - `REV:FILE` is read as `git show` reads it; a file of that name goes first.
    - It ends with 1 only where `--exit-code` or `--fail-on` asks for it, and with 2 where one of the catalogues cannot
      be compared: it is not there, or has errors.
    - The shape of `--format json` is `generator/diff/diff.schema.json`.
- `guia sources check` fetches each source that has a `url`, or links in `where`, and compares it with what was read
  last. Of that, `sources.lock` beside the catalogue keeps a fingerprint for each paragraph, and none of its text; the
  file is committed.
    - **The first time** there is no `sources.lock`: `guia sources check --accept` reads all sources and writes it.
      Hold the catalogue against the sources that day: what is read then is what later looks are compared with.
    - **When something changed** it tells which paragraphs went, came or became others, and the line of each fact that
      names the source. Look again, mend what has to be mended, set `checked`, then accept: `--accept`, or `--source
      ID --accept` for one source. Only `--accept` writes. Paragraphs in another order are told, and no change.
    - It ends with 0 where nothing changed, with 1 where something changed, is gone or was never read, with 3 where
      nothing of that is so, but a source could not be read. Where a source can never be read (a PDF, a page that only
      a script fills, one whose robots.txt or server forbids it), `--accept` keeps the reason, and it is told quietly
      from then on: `max_age_days` says when to look there by hand.
    - It asks as a guest: by its name, `guia-sources`, which a robots.txt can speak to; once a second at most, and
      more slowly where that asks for it; only for what is new (ETag, Last-Modified). It takes no more than 3 MB and
      30 seconds for each request, follows five redirects, none out of the internet into a network of one's own, runs
      no script, and keeps no cookie. A `*` within an address of a robots.txt is not understood. Proxies of the
      environment (`HTTPS_PROXY`) are used.
    - Only `--format text` shows words of a source. The shape of `--format json` is
      `generator/watched/sources.schema.json`.
    - `.github/workflows/sources.yml` looks each Monday, and keeps one issue: opened where it ends with 1 or 3,
      renewed by each look, closed where all is well. Without `sources.lock` it does nothing.
- Reports are told in the language of `--lang`, else of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`), else of the
  catalogue.
- `NO_COLOR` turns colours off, `FORCE_COLOR` turns them on.
""",
)

PORTUGUESE = Phrases(
    language="pt-BR",
    folder="pt-BR/",
    catalogue_title="O catálogo, chave por chave",
    catalogue_opening="""\
`modalities.yaml` guarda todos os fatos de um guia. Esta página traz cada chave dele, com as palavras que o editor
mostra ao lado dela. Os exemplos são pedaços do menor catálogo válido, o mesmo que
[os exemplos das verificações](checks/README.md) mudam em um só ponto; eles são em inglês.

- O arquivo é YAML, em UTF-8, sem âncoras, apelidos (aliases) nem tags. Uma chave que não está nesta página é um erro.
- Um **id** é um nome em kebab-case. O id que uma chave dá é o que as outras citam.
- Um **texto** pode ter *ênfase*, **forte**, `código` e links onde a descrição fala em Markdown, e nada mais.
- `facts` traz os fatos de `sources` em que uma afirmação se apoia. Onde nenhuma fonte diz, escreva `unknown`; nunca
  deixe uma chave de fora para dizer isso.
- `suppress` cala um aviso em uma entrada, com o motivo. Um erro não se cala.
""",
    key="Chave",
    value="Valor",
    needed="Obrigatória",
    what="O que é",
    yes="sim",
    no="não",
    left_out="não; sem ela, `{default}`",
    text="texto",
    flag="`true` ou `false`",
    id="id",
    count="número inteiro",
    known_count="número inteiro ou `unknown`",
    amount="decimal",
    day="dia",
    list_of="lista de {what}",
    one_or_list="{what}, ou uma lista",
    map_to="mapa de id para {what}",
    one_of="uma de {what}",
    choice="Uma destas palavras:",
    stands_in="Fica em {where}.",
    smallest="No menor catálogo:",
    checks_title="Todas as verificações",
    checks_opening="""\
`guia check` conta cada problema com o código dele. Aqui estão todos os códigos; `guia explain CÓDIGO` diz o mesmo no
terminal. Um **erro** impede a construção. Um **aviso** ou uma **dica** não impede, a menos que ela seja estrita; um
aviso pode ser calado em uma entrada por `suppress`, com o motivo.
""",
    family_opening="""\
Cada verificação com o que ela diz, como consertar e exemplos. Um exemplo é o menor catálogo válido, que é em inglês,
com uma mudança; só as linhas que importam aparecem. `←` marca a linha de que se fala. Um teste roda todos os exemplos.
""",
    code="Código",
    severity="Gravidade",
    problem="Problema",
    mend="Como consertar",
    wrong="Errado",
    right="Certo",
    told="`guia check` diz:",
    commands_title="A linha de comando",
    commands_opening="""\
O pacote traz um comando, `guia`. Abaixo está o que cada um dos comandos dele diz de si.

| código de saída | o que quer dizer |
| --- | --- |
| 0 | está tudo bem |
| 1 | o catálogo tem erros (`guia check`: ou há avisos), um arquivo comparado não está em dia, ou uma fonte mudou |
| 2 | o arquivo não pode ser lido ou escrito, ou os argumentos não servem |
| 3 | `guia sources check`: nada mudou, mas uma fonte não pôde ser lida |
| 130 | terminado por Ctrl-C |

- Onde um comando aceita `[ARQUIVO]` e nenhum é dado, ele lê `modalities.yaml` na pasta atual.
- Onde há um `mkdocs.yml` ao lado do catálogo, `guia check` confere também ele e as páginas escritas à mão: para
  no mesmo que a construção estrita.
- `guia diff` compara pelo significado: em outra ordem, ou com as linhas quebradas em outro lugar, um catálogo é o
  mesmo. Todos os casos de todas as modalidades são comparados, e os que mudam do mesmo modo são uma frase só.
    - Uma mudança é **pior** para quem pede ou paga (agora cobrado, uma dispensa perdida, um escopo retirado, um
      solicitante excluído, mais uma exigência antes, um tempo mínimo maior, um valor mais alto), **melhor**, **neutra**
      (nem uma coisa nem outra, ou não se pode dizer) ou só de **redação**. O que um texto quer dizer só uma pessoa
      sabe: uma frase em que entra ou sai um número, uma negação ou uma palavra como “grátis” aparece como neutra;
      qualquer outra, como redação.
    - As entradas se reconhecem pelo id: outro nome é só redação, e um id que a nova traz em `earlier_ids` é o da
      mesma entrada.
    - `REVISÃO:ARQUIVO` é lido como `git show` o lê; um arquivo com esse nome vem primeiro.
    - Termina com 1 só onde `--exit-code` ou `--fail-on` o pede, e com 2 onde um dos catálogos não pode ser comparado:
      não existe, ou tem erros.
    - A forma de `--format json` é `generator/diff/diff.schema.json`.
- `guia sources check` busca cada fonte que tem `url`, ou links em `where`, e a compara com a última leitura. Dela,
  `sources.lock`, ao lado do catálogo, guarda uma impressão digital de cada parágrafo, e nada do texto; o arquivo vai
  para o git.
    - **Da primeira vez** não há `sources.lock`: `guia sources check --accept` lê todas as fontes e o grava. Confira o
      catálogo com as fontes nesse dia: é com essa leitura que as próximas são comparadas.
    - **Quando algo mudou**, ele diz que parágrafos sumiram, surgiram ou são outros, e a linha de cada fato que cita a
      fonte. Confira de novo, corrija o que for preciso, atualize `checked` e aceite: `--accept`, ou `--source ID
      --accept` para uma fonte só. Só `--accept` grava. Parágrafos em outra ordem são ditos, e não são mudança.
    - Termina com 0 onde nada mudou, com 1 onde algo mudou, sumiu ou nunca foi lido, com 3 onde nada disso vale, mas
      uma fonte não pôde ser lida. Onde uma fonte nunca pode ser lida (um PDF, uma página que só um script preenche,
      uma que o robots.txt ou o servidor proíbe), `--accept` guarda o motivo, e daí em diante ele é dito sem alarde:
      `max_age_days` avisa quando conferir à mão.
    - Ele pede como visita: com o nome dele, `guia-sources`, a que um robots.txt pode se dirigir; no máximo uma vez
      por segundo, e mais devagar onde isso é pedido; só o que é novo (ETag, Last-Modified). Aceita até 3 MB e 30
      segundos por pedido, segue cinco redirecionamentos, nenhum da internet para uma rede interna, não roda script e
      não guarda cookie. Um `*` no meio de um endereço do robots.txt não é entendido. Usa os proxies do ambiente
      (`HTTPS_PROXY`).
    - Só `--format text` mostra palavras de uma fonte. A forma de `--format json` é
      `generator/watched/sources.schema.json`.
    - `.github/workflows/sources.yml` confere toda segunda-feira e mantém uma issue só: aberta onde termina com 1 ou
      3, renovada a cada vez, fechada onde está tudo bem. Sem `sources.lock`, não faz nada.
- Os relatórios vêm no idioma de `--lang`; sem ele, no do ambiente (`LC_ALL`, `LC_MESSAGES`, `LANG`); sem esse, no do
  catálogo.
- `NO_COLOR` desliga as cores, `FORCE_COLOR` as liga.
""",
)

LANGUAGES = (ENGLISH, PORTUGUESE)
